import { formatDate, type IsoDate } from '../../../../models/core/dates.ts'
import type { RosterLine } from '../../../../models/council/roster.ts'
import type { UnderWay } from '../../../../models/renewal/under_way.ts'
import type { Filling } from '../../../../models/rules/council/vacancy.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import type { AsOf } from '../../../as_of.ts'
import { howLong } from '../../../partials/council/how_long.ts'
import { fillingLines, startOf } from '../../../partials/council/seat_words.ts'
import type { LinkTo } from '../../../partials/parts.ts'
import { ruleSentence } from '../../../partials/statutes/statutes_text.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export interface SeatVacancy {
  heading: string
  howLong: string | null
  lines: string[]
  next: string | null
  /** A link to what is under way, or to what begins the filling; null for a reader who may not begin it. */
  start: LinkTo | null
}

/** The link that begins the filling is on today's page only, from the day a last day is known. */
export function vacancyOf(
  reader: Reader,
  statutes: Statutes,
  { seat, vacancy }: { seat: RosterLine['seat']; vacancy: NonNullable<RosterLine['vacancy']> },
  then: AsOf,
  underWay: UnderWay | undefined,
): SeatVacancy {
  const { t, lang } = reader
  const { neverFilled, previous, next, filling, substitutes } = vacancy
  const since = neverFilled ? undefined : vacancy.vacantSince
  const comes = since !== undefined && since > then.day
  // A substitute steps in when the seat is vacant.
  const mayStart = then.isToday && !next && !(comes && filling.by === 'substitute')
  const start = mayStart ? startFor(reader, seat.slug, filling, underWay) : null
  const date = since ? formatDate(since, lang) : ''
  return {
    heading: since
      ? t(comes ? 'register.leaving.vacant_from' : 'front.vacant_since', { date })
      : t('front.vacant'),
    howLong: since && !comes ? vacantFor(reader, since, then) : null,
    lines: [
      ...fillingLines(reader, statutes, filling, substitutes !== 'none'),
      // Whether the last member sits on until a new one is seated is a rule of its own.
      ...(previous?.end_reason === null ? [ruleSentence(t, 'holdover', statutes.rules.holdover.value)] : []),
      ...(comes && filling.by === 'substitute' ? [t('register.seat.start.substitute_from', { date })] : []),
    ],
    next: next ? t('front.next', { name: next.person, date: formatDate(next.starts_on, lang) }) : null,
    start: start && { href: start.href, text: t(`register.seat.start.${start.kind}`) },
  }
}

function vacantFor({ t }: Reader, since: IsoDate, { day, isToday, isPast }: AsOf): string {
  const time = howLong(t, since, day)
  if (isToday) return t('vacancy.for', { time })
  return isPast ? t('as_of.vacant_past', { time }) : t('as_of.vacant_future', { time })
}

function startFor(
  { can }: Reader,
  slug: string,
  filling: Filling,
  underWay: UnderWay | undefined,
): { kind: string; href: string } | null {
  if (underWay?.kind === 'election')
    return can['elections.read'] ? { kind: 'election_open', href: paths.election(underWay.id) } : null
  if (underWay?.kind === 'nomination')
    return can['nominations.read'] ? { kind: 'nomination_open', href: paths.nomination(underWay.id) } : null
  const start = startOf(filling, slug)
  if (start?.kind === 'election') return can['elections.plan'] ? start : null
  const may = start?.kind === 'nomination' ? can['nominations.write'] : can['register.write']
  return may ? start : null
}
