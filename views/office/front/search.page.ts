import { formatDate } from '../../../models/core/dates.ts'
import type { BodyInFull } from '../../../models/bodies/body_in_full.ts'
import type { RosterLine } from '../../../models/council/roster.ts'
import type { Election } from '../../../models/elections/elections.ts'
import type { Found } from '../../../models/front/finding.ts'
import type { SearchedPerson } from '../../../models/front/search.ts'
import type { MeetingRow } from '../../../models/meetings/tables.ts'
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

export function personHit(reader: Words, { what }: Found<SearchedPerson>): Hit {
  const { id, name, sitting, registered_on } = what
  const registered = reader.t('search.registered', { date: formatDate(registered_on, reader.lang) })
  return { name, href: paths.person(id), lines: [sitting ? sittingLine(reader, sitting) : registered] }
}

export function seatHit(reader: Words, { what: { seat, member, vacancy }, by }: Found<RosterLine>): Hit {
  const shown = member ? { name: member.person, ends_on: member.ends_on } : null
  const since = vacancy?.neverFilled === false ? (vacancy.vacantSince ?? null) : null
  const found = by === seat.label ? [] : [reader.t('search.found_by', { name: by })]
  return { name: seat.label, href: paths.seat(seat.slug), lines: [seatLine(reader, shown, since), ...found] }
}

export function bodyHit(
  reader: Pick<Reader, 't' | 'lang' | 'today'>,
  { what, by, byFirst }: Found<BodyInFull>,
): Hit {
  const { t, lang } = reader
  const { name, names, slug, kind, active_until: until } = what
  const areas = what.areas.map((area) => area.name)
  return {
    name,
    href: paths.body(slug),
    lines: [
      ...(byFirst ? [] : [otherNameLine(reader, names, by)]),
      areas.length > 0
        ? t('bodies.area', { areas: new Intl.ListFormat(lang).format(areas), count: areas.length })
        : t(`bodies.kind.${kind}`),
      ...endedLines(reader, until, reader.today),
    ],
  }
}

export function electionHit(reader: Words, { what, byFirst }: Found<Election>): Hit {
  const { t } = reader
  return {
    name: electionName(reader, what, what.area_name),
    href: paths.election(what.id),
    lines: [
      electionLine(reader, what),
      t(`elections.status.${what.status}`),
      ...(byFirst ? [] : [t('search.other_name')]),
    ],
  }
}

export function meetingHit(reader: Words, { what }: Found<MeetingRow>): Hit {
  return { name: what.title, href: paths.meeting(what.id), lines: [meetingLine(reader, what)] }
}
