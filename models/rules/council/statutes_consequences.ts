/** @article ruleChanges */

import { addDays, type IsoDate } from '../../core/dates.ts'
import { officesOf } from '../../statutes/offices.ts'
import { officeSlots } from './officeholding.ts'
import { quotaStandings, type QuotaStanding } from './quotas.ts'
import { membersLacking, seatRange } from '../../statutes/seat_range.ts'
import { bodyChanges, type BodyChange } from './statutes_body_changes.ts'
import type { Area, Statutes } from '../../statutes/document.ts'
import { includesDay } from '../core/spans.ts'
import { termChanges, type TermChange } from './statutes_term_changes.ts'
import type { SeatNow, RegisterNow, OfficerNow, MemberNow } from './register_now.ts'
import { refused, type Refusal } from '../core/verdict.ts'

export interface SeatsAdded {
  area: Area
  position: number
  count: number
  /** True when the area has had no seats before, or none for a while. */
  isNew: boolean
}

/** What a new version does to seats and memberships from its day. What it leaves alone is left out. */
export interface Consequences {
  from: IsoDate
  seatsAdded: SeatsAdded[]
  seatsEnded: SeatNow[]
  membersEnded: (MemberNow & { seat: string })[]
  officersEnded: OfficerNow[]
  bodies: BodyChange[]
  terms: TermChange[]
  /** Quotas that the members of that day do not keep. */
  quotasBroken: QuotaStanding[]
  membersLacking: number
}

export type ConsequenceRefusal = 'seats_all_held' | 'term_cuts_coming'

/**
 * What changes in the register when the statutes become `after` from their day. A seat that goes while a member holds
 * it ends the membership only when the whole area goes. Among several members of one area only people can say who must
 * leave, so the version is refused until one of them has left.
 */
export function consequencesOf(
  before: Statutes,
  after: Statutes,
  now: RegisterNow,
): Consequences | Refusal<ConsequenceRefusal> {
  const from = after.inForceFrom
  const seats = seatChanges(before, after, now)
  if ('ok' in seats) return seats
  const terms = termChanges(before, after, now)
  if ('ok' in terms) return terms
  const membersEnded = now.members.flatMap((member) => {
    const gone = seats.seatsEnded.filter(({ id }) => id === member.seat_id)
    return gone.map(({ label }) => ({ ...member, seat: label }))
  })
  const left = now.members.filter(({ id }) => !membersEnded.some((ended) => ended.id === id))
  return {
    from,
    ...seats,
    membersEnded,
    officersEnded: officersWithout(after, now),
    bodies: bodyChanges(before, after, now),
    terms,
    ...balance(after, now, left),
  }
}

type SeatChanges = Pick<Consequences, 'seatsAdded' | 'seatsEnded'>

function seatChanges(
  before: Statutes,
  after: Statutes,
  { seats, members }: RegisterNow,
): SeatChanges | Refusal<'seats_all_held'> {
  const from = after.inForceFrom
  const unchanged = after.areas.filter(({ key, seats: count }) =>
    before.areas.some((area) => area.key === key && area.seats === count),
  )
  const there = seats.filter((seat) => includesDay({ ...seat, ends_on: seat.ends_on ?? from }, from))
  const seatsEnded = there.filter(({ area_key }) => !after.areas.some(({ key }) => key === area_key))
  const seatsAdded: SeatsAdded[] = []
  for (const [position, area] of after.areas.entries()) {
    // The register's own decisions, as a seat that ended with its place, are not undone.
    if (unchanged.includes(area)) continue
    const own = there.filter(({ area_key }) => area_key === area.key)
    const more = area.seats - own.length
    if (more > 0) seatsAdded.push({ area, position, count: more, isNew: own.length === 0 })
    const isHeld = ({ id }: SeatNow) => members.some(({ seat_id }) => seat_id === id)
    const free = own.filter((seat) => !isHeld(seat)).sort((a, b) => b.number - a.number)
    const fewer = Math.max(0, -more)
    if (fewer > free.length) {
      const names = members.filter(({ seat_id }) => own.some(({ id }) => id === seat_id))
      const people = [...new Set(names.map(({ person }) => person))].join(', ')
      return refused('seats_all_held', { area: area.name, seats: area.seats, people }, 'document')
    }
    seatsEnded.push(...free.slice(0, fewer))
  }
  return { seatsAdded, seatsEnded: seatsEnded.sort((a, b) => a.number - b.number) }
}

/** The holders of an office that the statutes no longer have; of several of a kind, those with the highest numbers. */
function officersWithout(statutes: Statutes, { officers }: RegisterNow): OfficerNow[] {
  const slots = officeSlots(officesOf(statutes))
  return officers.filter(
    ({ office, number }) => !slots.some((slot) => slot.office === office && slot.number === number),
  )
}

function balance(
  { rules, areas, inForceFrom }: Statutes,
  { seats }: RegisterNow,
  members: readonly MemberNow[],
): Pick<Consequences, 'quotasBroken' | 'membersLacking'> {
  const sitting = members.filter((member) => includesDay(member, inForceFrom))
  const areaKeys = new Map(seats.map(({ id, area_key }) => [id, area_key]))
  const standings = quotaStandings(
    rules.quotas?.value ?? [],
    sitting.flatMap(({ seat_id }) => areas.filter(({ key }) => key === areaKeys.get(seat_id))),
  )
  const range = seatRange(rules.seats.value, areas)
  const isRange = typeof rules.seats.value === 'object'
  return {
    quotasBroken: standings.filter(({ kept }) => !kept),
    membersLacking: isRange && sitting.length > 0 ? membersLacking(range, sitting.length) : 0,
  }
}

/** The day before the version takes force: what ends because of the version has it as the last day. */
export function lastDayBefore({ from }: Pick<Consequences, 'from'>): IsoDate {
  return addDays(from, -1)
}

/** Whether the version changes nothing in the register and leaves nothing to settle. */
export function isWithoutConsequences(consequences: Consequences): boolean {
  const { from: _from, membersLacking: lacking, ...lists } = consequences
  return lacking === 0 && Object.values(lists).every((list) => list.length === 0)
}
