import { addDays, type IsoDate } from '../../core/dates.ts'
import type { BodyId, MembershipId, PersonId, SeatId } from '../../core/ids.ts'
import { includesDay, lastEndedBefore, type Span } from '../../rules/core/spans.ts'

/** `unknown`: the register does not go back so far. */
export type SeatState<M> = { is: 'held'; member: M } | { is: 'vacant' } | { is: 'unknown' }

export interface SeatOnDay<M> {
  /** The seat's id, the same on both days. */
  id: SeatId
  state: SeatState<M>
}

interface Holder {
  /** The membership's id. */
  id: MembershipId
  person_id: PersonId
}

/** `again`: the same person in a later membership. `not_known`: a day is unknown. Only the first five are changes. */
export type SeatChange =
  | 'replaced'
  | 'became_vacant'
  | 'filled'
  | 'added'
  | 'taken_away'
  | 'unchanged'
  | 'again'
  | 'still_vacant'
  | 'not_known'

export const SEAT_CHANGES: readonly SeatChange[] = [
  'replaced',
  'became_vacant',
  'filled',
  'added',
  'taken_away',
]

export interface SeatDifference<S> {
  change: SeatChange
  /** undefined when the seat did not exist on that day. */
  before: S | undefined
  after: S | undefined
}

/** Each seat of either day once, those of the later day first. */
export function seatDifferences<M extends Holder, S extends SeatOnDay<M>>(
  before: readonly S[],
  after: readonly S[],
): SeatDifference<S>[] {
  const earlier = new Map(before.map((seat) => [seat.id, seat]))
  const there = new Set(after.map(({ id }) => id))
  const gone = before.filter(({ id }) => !there.has(id))
  return [
    ...after.map((seat) => ({ before: earlier.get(seat.id), after: seat })),
    ...gone.map((seat) => ({ before: seat, after: undefined })),
  ].map((pair) => ({ change: changeOf<M>(pair.before?.state, pair.after?.state), ...pair }))
}

function changeOf<M extends Holder>(
  before: SeatState<M> | undefined,
  after: SeatState<M> | undefined,
): SeatChange {
  if (!before) return 'added'
  if (!after) return 'taken_away'
  if (before.is === 'unknown' || after.is === 'unknown') return 'not_known'
  if (before.is === 'vacant') return after.is === 'vacant' ? 'still_vacant' : 'filled'
  if (after.is === 'vacant') return 'became_vacant'
  if (before.member.id === after.member.id) return 'unchanged'
  return before.member.person_id === after.member.person_id ? 'again' : 'replaced'
}

export interface PeopleDifference<S> {
  /** Seats of the later day whose holder sat nowhere on the earlier day. */
  came: S[]
  left: S[]
  /** One person on two different seats. */
  moved: { before: S; after: S }[]
}

/** Counts no arrival at a seat whose earlier holder is unknown. */
export function peopleDifference<M extends Holder, S extends SeatOnDay<M>>(
  before: readonly S[],
  after: readonly S[],
): PeopleDifference<S> {
  return {
    came: newIn(after, before),
    left: newIn(before, after),
    moved: after.flatMap((seat) => {
      const was = before.find((one) => personOn(one) !== undefined && personOn(one) === personOn(seat))
      return was && was.id !== seat.id ? [{ before: was, after: seat }] : []
    }),
  }
}

/** The seats of `these` whose holders sit nowhere in `those`. */
function newIn<M extends Holder, S extends SeatOnDay<M>>(these: readonly S[], those: readonly S[]): S[] {
  const known = new Set(those.flatMap((seat) => personOn(seat) ?? []))
  const unknown = new Set(those.filter(({ state }) => state.is === 'unknown').map(({ id }) => id))
  return these.filter((seat) => {
    const person = personOn(seat)
    return person !== undefined && !known.has(person) && !unknown.has(seat.id)
  })
}

function personOn<M extends Holder>({ state }: SeatOnDay<M>): PersonId | undefined {
  return state.is === 'held' ? state.member.person_id : undefined
}

interface OfficeHeld {
  office: string
  number: number
  person_id: PersonId
}

export interface OfficeDifference<H> {
  before: H | undefined
  after: H | undefined
}

/** Offices that changed holder, lost the holder or gained one by the later day. */
export function officeDifferences<H extends OfficeHeld>(
  before: readonly H[],
  after: readonly H[],
): OfficeDifference<H>[] {
  const same = (a: H) => (b: H) => a.office === b.office && a.number === b.number
  const left = before.filter((held) => !after.some(same(held)))
  return [
    ...after.map((held) => ({ before: before.find(same(held)), after: held })),
    ...left.map((held) => ({ before: held, after: undefined })),
  ].filter((pair) => pair.before?.person_id !== pair.after?.person_id)
}

interface Named {
  id: BodyId
  name: string
}

/** What exists on both days under another name on the later one. */
export function nameDifferences(
  before: readonly Named[],
  after: readonly Named[],
): { id: BodyId; before: string; after: string }[] {
  const earlier = new Map(before.map(({ id, name }) => [id, name]))
  return after.flatMap(({ id, name }) => {
    const was = earlier.get(id)
    return was === undefined || was === name ? [] : [{ id, before: was, after: name }]
  })
}

/** The suggested days: from the start of the term before the present one, or a year ago, until today. */
export function daysToCompare(terms: readonly Span[], today: IsoDate): { from: IsoDate; until: IsoDate } {
  const present = terms.find((term) => includesDay(term, today))
  const before = lastEndedBefore(terms, present?.starts_on ?? today)
  return { from: before?.starts_on ?? addDays(today, -365), until: today }
}
