/** @article electionTie, marks */

import type { RuleName } from '../../statutes/document.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'
import type { CandidacyId } from '../../core/ids.ts'

export interface Votes {
  id: CandidacyId
  votes: number
}

/** A lot that people have drawn: among which candidacies, and which were chosen. */
export interface Lot {
  among: readonly CandidacyId[]
  chosen: readonly CandidacyId[]
}

export type StepRule =
  'enough_seats' | 'most_votes' | 'tie_at_border' | 'lot' | 'no_votes' | 'seat_open' | 'seat_next'

/** One step of the reasoning: the rule that was used, its source, the candidates that it concerned, and their votes. */
export interface Step {
  rule: StepRule
  source: RuleName
  candidates: CandidacyId[]
  /** The votes that each of them had; null when they had different numbers. */
  votes: number | null
  /** The seats that the step filled, or that were left to fill when it stopped. */
  seats: number
}

export interface Plurality {
  candidates: readonly Votes[]
  seats: number
  lots: readonly Lot[]
}

export interface Decided {
  outcome: 'decided'
  elected: CandidacyId[]
  steps: Step[]
}

export interface LotRequired {
  outcome: 'lot_required'
  safe: CandidacyId[]
  among: CandidacyId[]
  seatsLeft: number
  steps: Step[]
}

export type PluralityResult = Decided | LotRequired

export type LotRefusal =
  'lot_without_tie' | 'lot_already_drawn' | 'lot_among_others' | 'lot_wrong_number' | 'lot_chose_others'

/** A recorded lot that does not fit its count. */
export class LotError extends Error {
  readonly reason: LotRefusal

  constructor(reason: LotRefusal) {
    super(`the recorded lot does not fit the count: ${reason}`)
    this.name = 'LotError'
    this.reason = reason
  }
}

/**
 * Who is elected when the candidates with the most votes take the seats. A tie matters only at the border between
 * elected and not elected: then the result names the safe candidates and those among whom lots are drawn, and the count
 * is run again with the lot that people drew. The statutes set no least number of votes: when there are seats for all,
 * a candidate without votes is elected too, and without any votes all tie.
 *
 * Throws RangeError for votes that are no count, LotError for a lot that is not for exactly this tie.
 */
export function countPlurality({ candidates, seats, lots }: Plurality): PluralityResult {
  refuseNonsense(candidates, seats)
  const count = withoutLots(candidates, seats)
  const [lot, ...furtherLots] = lots
  if (!lot) return count
  const verdict = furtherLots.length > 0 ? refused('lot_already_drawn' as const) : checkLot(count, lot)
  if (!verdict.ok) throw new LotError(verdict.reason)
  return withLot(count as LotRequired, lot, candidates)
}

/**
 * Whether the lot answers the tie: drawn among exactly the tied candidates, and choosing as many as there are seats
 * left.
 */
export function checkLot(count: PluralityResult, lot: Lot): Verdict<LotRefusal> {
  if (count.outcome !== 'lot_required') return refused('lot_without_tie')
  if (!sameMembers(lot.among, count.among)) return refused('lot_among_others', undefined, 'among')
  if (new Set(lot.chosen).size !== count.seatsLeft || lot.chosen.length !== count.seatsLeft) {
    return refused('lot_wrong_number', { count: count.seatsLeft }, 'chosen')
  }
  return lot.chosen.every((id) => count.among.includes(id))
    ? allowed
    : refused('lot_chose_others', undefined, 'chosen')
}

function refuseNonsense(candidates: readonly Votes[], seats: number): void {
  if (!Number.isSafeInteger(seats) || seats < 1) throw new RangeError(`not a number of seats: ${seats}`)
  for (const { id, votes } of candidates) {
    if (!Number.isSafeInteger(votes) || votes < 0)
      throw new RangeError(`not a number of votes: ${votes} for ${id}`)
  }
  if (new Set(candidates.map(({ id }) => id)).size !== candidates.length) {
    throw new RangeError('a candidate is counted twice')
  }
}

function withoutLots(candidates: readonly Votes[], seats: number): PluralityResult {
  const ranked = rank(candidates)
  const lastIn = ranked[seats - 1]
  const firstOut = ranked[seats]
  if (!lastIn || !firstOut) return decided(ranked, [step('enough_seats', 'seats', ranked)])
  if (lastIn.votes > firstOut.votes) {
    const winners = ranked.slice(0, seats)
    return decided(winners, [step('most_votes', 'seats', winners)])
  }
  const safe = ranked.filter(({ votes }) => votes > lastIn.votes)
  const tied = ranked.filter(({ votes }) => votes === lastIn.votes)
  const seatsLeft = seats - safe.length
  const steps = safe.length > 0 ? [step('most_votes', 'seats', safe)] : []
  return {
    outcome: 'lot_required',
    safe: ids(safe),
    among: ids(tied),
    seatsLeft,
    steps: [...steps, step('tie_at_border', 'electionTie', tied, seatsLeft)],
  }
}

function withLot(count: LotRequired, lot: Lot, candidates: readonly Votes[]): Decided {
  const ranked = rank(candidates)
  const chosen = ranked.filter(({ id }) => lot.chosen.includes(id))
  const winners = ranked.filter(({ id }) => count.safe.includes(id) || lot.chosen.includes(id))
  return decided(winners, [...count.steps, step('lot', 'electionTie', chosen)])
}

function decided(winners: Votes[], steps: Step[]): Decided {
  const unvoted = winners.filter(({ votes }) => votes === 0)
  const remark = unvoted.length > 0 ? [step('no_votes', 'seats', unvoted)] : []
  return { outcome: 'decided', elected: ids(winners), steps: [...steps, ...remark] }
}

function step(rule: StepRule, source: RuleName, candidates: Votes[], seats = candidates.length): Step {
  const [first, ...rest] = candidates
  const votes = first && rest.every((other) => other.votes === first.votes) ? first.votes : null
  return { rule, source, candidates: ids(candidates), votes, seats }
}

/** Most votes first. The id decides only the order in which equals are listed, never who is elected. */
function rank(candidates: readonly Votes[]): Votes[] {
  return [...candidates].sort((a, b) => b.votes - a.votes || a.id - b.id)
}

function ids(candidates: readonly Votes[]): CandidacyId[] {
  return candidates.map(({ id }) => id)
}

function sameMembers(a: readonly CandidacyId[], b: readonly CandidacyId[]): boolean {
  return a.length === b.length && new Set(a).size === a.length && a.every((id) => b.includes(id))
}
