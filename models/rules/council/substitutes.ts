/** @article substitutes */

import type { IsoDate } from '../../core/dates.ts'
import type { CandidacyId, PersonId, SeatId, SubstituteId } from '../../core/ids.ts'
import { findArea, type Area, type RuleValue, type Statutes } from '../../statutes/document.ts'
import { byKind } from '../core/by_kind.ts'

export type SubstituteKind = Exclude<RuleValue<'substitutes'>, object>

/** The rule on substitutes with every default filled in: a statutes file may leave out what is usual. */
export interface SubstituteRule {
  kind: SubstituteKind
  only: 'elected' | 'nominated' | undefined
  pool: 'area' | 'group' | 'council'
  /** Whether substitutes attend when a member cannot, or always; undefined when the statutes do not say. */
  meetings: 'when_absent' | 'every_meeting' | undefined
}

export interface Substitute {
  id: SubstituteId
  person_id: PersonId
  area_key: string
  area_kind: Area['kind']
  /** Set when each member has a substitute of their own. */
  seat_id: SeatId | null
  /** The order by votes, from 1; equal votes have the same number. */
  position: number | null
  withdrawn_on: IsoDate | null
}

/**
 * Who takes the seat of a member who left. `choice`: the group is asked which of the substitutes takes it. `lot`: the
 * substitutes had equal votes, so people draw lots and write them down.
 */
export type StepsIn<S extends Substitute> =
  { by: 'nobody' } | { by: 'substitute'; substitute: S } | { by: 'choice' | 'lot'; among: S[] }

export function substituteRule(statutes: Statutes): SubstituteRule {
  const { value } = statutes.rules.substitutes
  const { kind, only, pool = 'area', meetings } = typeof value === 'string' ? { kind: value } : value
  return { kind, only, pool, meetings }
}

/** The kind of substitutes that the seats of an area have; `none` when the rule covers only other seats. */
export function substitutesOf(statutes: Statutes, areaKey: string): SubstituteKind {
  const { kind, only } = substituteRule(statutes)
  const area = findArea(statutes, areaKey)
  if (!area) return 'none'
  const group = byKind(area, { place: () => 'elected', organisations: () => 'nominated' })
  if (only !== undefined && only !== group) return 'none'
  return kind
}

/**
 * Who steps in on a vacant seat: the member's own substitute, the one with the next most votes in the area, or one of
 * the pool that the area, its group or the whole council shares. Leaves out substitutes who have withdrawn by the day
 * and people who sit on the council. The answer is 'nobody' when the statutes have no substitutes.
 */
export function whoStepsIn<S extends Substitute>(question: {
  statutes: Statutes
  seat: { id: SeatId; area_key: string }
  substitutes: readonly S[]
  /** The people who hold a seat on the day. */
  seated: readonly PersonId[]
  on: IsoDate
}): StepsIn<S> {
  const { statutes, seat, substitutes, seated, on } = question
  const ready = substitutes
    .filter(({ withdrawn_on }) => withdrawn_on === null || on < withdrawn_on)
    .filter(({ person_id }) => !seated.includes(person_id))
    .filter((substitute) => standsFor(statutes, seat, substitute))
  const [first] = ready
  if (!first) return { by: 'nobody' }
  if (substitutesOf(statutes, seat.area_key) !== 'vote_order') {
    return ready.length === 1 ? { by: 'substitute', substitute: first } : { by: 'choice', among: ready }
  }
  const best = Math.min(...ready.map(({ position }) => position ?? Infinity))
  const next = ready.filter(({ position }) => (position ?? Infinity) === best)
  const [only] = next
  return only && next.length === 1 ? { by: 'substitute', substitute: only } : { by: 'lot', among: next }
}

/** Whether the substitute stands ready for this seat, whichever other seats the substitute stands ready for. */
export function standsFor(
  statutes: Statutes,
  seat: { id: SeatId; area_key: string },
  substitute: Pick<Substitute, 'seat_id' | 'area_key' | 'area_kind'>,
): boolean {
  const sameArea = substitute.area_key === seat.area_key
  switch (substitutesOf(statutes, seat.area_key)) {
    case 'none':
      return false
    case 'personal':
      return substitute.seat_id === seat.id
    case 'vote_order':
      return sameArea
    case 'pool': {
      const { pool } = substituteRule(statutes)
      if (pool === 'area') return sameArea
      return (
        pool === 'council' ||
        statutes.areas.some(({ key, kind }) => key === seat.area_key && kind === substitute.area_kind)
      )
    }
  }
}

/**
 * The candidates who were not elected, by votes: the most first, from 1, with equal numbers for equal votes. A lot
 * decides among equals when it matters.
 */
export function orderByVotes(
  votes: readonly { candidacy_id: CandidacyId; votes: number }[],
  elected: readonly CandidacyId[],
): { candidacy_id: CandidacyId; votes: number; position: number }[] {
  const notElected = votes
    .filter(({ candidacy_id }) => !elected.includes(candidacy_id))
    .sort((a, b) => b.votes - a.votes || a.candidacy_id - b.candidacy_id)
  return notElected.map((line) => ({
    candidacy_id: line.candidacy_id,
    votes: line.votes,
    position: notElected.findIndex(({ votes: same }) => same === line.votes) + 1,
  }))
}
