import type { IsoDate } from '../../../models/core/dates.ts'
import type { PublicSeat } from '../../../models/council/publication.ts'
import type { PublicElection } from '../../../models/elections/result/publication.ts'
import type { Found } from '../../../models/front/finding.ts'
import type { PublicMeeting } from '../../../models/front/notices.ts'
import type { PublicBody, PublicPerson } from '../../../models/front/search_public.ts'
import type { Hit } from '../../partials/front/search_page.ts'
import {
  electionLine,
  electionName,
  endedLines,
  meetingLine,
  otherNameLine,
  seatLine,
  sittingLine,
  type Words,
} from '../../partials/front/search_words.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export type { SearchPage } from '../../partials/front/search_page.ts'

export function personHit(reader: Words, { what: { name, sitting } }: Found<PublicPerson>): Hit {
  const day = sitting.when === 'past' ? sitting.ends_on : undefined
  return { name, href: seatAt(sitting.seat.slug, day), lines: [sittingLine(reader, sitting)] }
}

export function seatHit(
  reader: Words,
  { what: { slug, area, member, vacancy }, by }: Found<PublicSeat>,
): Hit {
  const { t } = reader
  const shown = member && { ...member, name: member.name ?? t('front.name_withheld') }
  const found = by === area ? [] : [t('search.found_by', { name: by })]
  return {
    name: area,
    href: seatAt(slug),
    lines: [seatLine(reader, shown, vacancy?.since ?? null), ...found],
  }
}

export function bodyHit(
  reader: Pick<Reader, 't' | 'lang' | 'today'>,
  { what, by, byFirst }: Found<PublicBody>,
): Hit {
  const { name, names, kind, seat, active_until: until } = what
  const ended = endedLines(reader, until, reader.today)
  return {
    name,
    href: seatAt(seat, ended.length > 0 && until !== null ? until : undefined),
    lines: [
      ...(byFirst ? [] : [otherNameLine(reader, names, by)]),
      reader.t(`search.behind.${kind}`),
      ...ended,
    ],
  }
}

export function electionHit(reader: Words, { what, byFirst }: Found<PublicElection>): Hit {
  return {
    name: electionName(reader, what, what.area),
    href: paths.publicElection(what.id),
    lines: [electionLine(reader, what), ...(byFirst ? [] : [reader.t('search.other_name')])],
  }
}

export function meetingHit(reader: Words, { what }: Found<PublicMeeting>): Hit {
  return { name: what.title, href: `${paths.front}#meeting-heading`, lines: [meetingLine(reader, what)] }
}

/** The seat on today's front page, or on a day when it was as it was found. */
function seatAt(slug: string, day?: IsoDate): string {
  return `${paths.front}${day === undefined ? '' : `?dato=${day}`}#plads-${slug}`
}
