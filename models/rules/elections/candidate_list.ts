/** @article uncontested, ballotOrder */

import type { IsoDate } from '../../core/dates.ts'
import type { CandidacyId } from '../../core/ids.ts'
import type { RuleValue, Statutes } from '../../statutes/document.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'
import { facts, type ElectionState } from './state.ts'

/** What an approved list leads to: a vacancy and a new call, a decision without a vote, or polling. */
export type ListOutcome = 'unfilled' | 'uncontested_possible' | 'poll'

export type UncontestedRefusal =
  'no_candidates' | 'poll_required' | 'deciding_body_missing' | 'decision_date_missing'

/** Whether the list is approved. After a new call it is not, even when one was approved before. */
export function isListed({ list_version, status }: { list_version: number; status: ElectionState }): boolean {
  return list_version > 0 && facts(status).listed
}

/** What the number of approved candidates leads to under the statutes. */
export function listOutcome(
  candidates: number,
  seats: number,
  uncontested: RuleValue<'uncontested'>,
): ListOutcome {
  if (candidates === 0) return 'unfilled'
  return candidates <= seats && uncontested === 'decision' ? 'uncontested_possible' : 'poll'
}

/** Whether the election may be decided without a vote. It never is by itself: a body decides it. */
export function checkUncontested(decision: {
  candidates: number
  seats: number
  uncontested: RuleValue<'uncontested'>
  decidedBy: string | undefined
  decidedOn: IsoDate | undefined
}): Verdict<UncontestedRefusal> {
  const outcome = listOutcome(decision.candidates, decision.seats, decision.uncontested)
  if (outcome === 'unfilled') return refused('no_candidates')
  if (outcome === 'poll') return refused('poll_required')
  if (!decision.decidedBy?.trim()) return refused('deciding_body_missing', undefined, 'decided_by')
  return decision.decidedOn ? allowed : refused('decision_date_missing', undefined, 'decided_on')
}

/** Whether the order of the names on the ballot is drawn by lot. One name has no order. */
export function drawsOrder({ statutes }: { statutes: Statutes }, candidates: number): boolean {
  return statutes.rules.ballotOrder.value === 'lot' && candidates > 1
}

/** A copy of the list sorted by name as a Danish reader expects: æ, ø, å last, and aa as å. */
export function byName<C extends { name: string; id: CandidacyId }>(candidates: readonly C[]): C[] {
  const danish = new Intl.Collator('da')
  return [...candidates].sort((a, b) => danish.compare(a.name, b.name) || a.id - b.id)
}
