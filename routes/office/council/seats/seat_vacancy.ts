import type { Request } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import type { SeatInArea } from '../../../../models/council/seats.ts'
import type { RosterLine } from '../../../../models/council/roster.ts'
import type { UnderWay } from '../../../../models/renewal/under_way.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import type { Filling } from '../../../../models/rules/council/vacancy.ts'
import { ruleSentence } from '../../../../views/partials/statutes/statutes_text.ts'
import { userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import type { AsOf } from '../../../../views/as_of.ts'
import { paths } from '../../../../views/paths.ts'
import { howLong } from '../../../../views/partials/council/how_long.ts'
import { fillingLines, startOf } from '../../../../views/partials/council/seat_words.ts'

/** The part of office/register/seat that is there where nobody holds the seat. */
export interface SeatVacancy {
  since: IsoDate | null
  /** How long it has been vacant, in a sentence. */
  howLong: string | null
  next: { name: string; starts_on: IsoDate } | null
  lines: string[]
  /** The one button: where the election or nomination begins, or the one under way; null for whoever may not do that. */
  start: { kind: StartKind; href: string } | null
}

type StartKind = 'election' | 'nomination' | 'substitute' | 'council' | 'election_open' | 'nomination_open'

/** Since when the seat is vacant on the day, and how it is filled again; what begins that is on today's page. */
export function vacancyOf(
  req: Request,
  statutes: Statutes,
  seat: SeatInArea,
  line: RosterLine | undefined,
  then: AsOf,
  underWay: (seat: SeatInArea) => UnderWay | undefined,
): SeatVacancy | null {
  const vacancy = line?.vacancy
  if (!vacancy) return null
  const { vacantSince, neverFilled, previous, next, filling, substitutes } = vacancy
  const lines = fillingLines(req, statutes, filling, substitutes !== 'none')
  // Whoever sat to the end of the term: whether they go on until somebody new is seated is a rule of its own.
  const holdover = ruleSentence(req.t, 'holdover', statutes.rules.holdover.value)
  return {
    since: neverFilled ? null : (vacantSince ?? null),
    howLong: neverFilled || !vacantSince ? null : vacantFor(req, vacantSince, then),
    next: next ? { name: next.person, starts_on: next.starts_on } : null,
    lines: previous?.end_reason === null ? [...lines, holdover] : lines,
    start: then.isToday ? startFor(req, seat, filling, underWay(seat)) : null,
  }
}

function vacantFor(req: Request, since: IsoDate, { day, isToday, isPast }: AsOf): string {
  const time = howLong(req.t, since, day)
  if (isToday) return req.t('vacancy.for', { time })
  return isPast ? req.t('as_of.vacant_past', { time }) : req.t('as_of.vacant_future', { time })
}

function startFor(
  req: Request,
  seat: SeatInArea,
  filling: Filling,
  underWay: UnderWay | undefined,
): SeatVacancy['start'] {
  const can = canOf(userOf(req))
  if (underWay?.kind === 'election')
    return can['elections.read'] ? { kind: 'election_open', href: paths.election(underWay.id) } : null
  if (underWay?.kind === 'nomination')
    return can['nominations.read'] ? { kind: 'nomination_open', href: paths.nomination(underWay.id) } : null
  const start = startOf(filling, seat.slug)
  if (start?.kind === 'election') return can['elections.plan'] ? start : null
  const may = start?.kind === 'nomination' ? can['nominations.write'] : can['register.write']
  return may ? start : null
}
