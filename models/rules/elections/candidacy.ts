/** @article candidateEligibility, minimumAge, reelection */

import type { IsoDate } from '../../core/dates.ts'
import type { AccountId, CandidacyId, TermId } from '../../core/ids.ts'
import type { Statutes } from '../../statutes/document.ts'
import { eligibilityRefusals, type EligibilityRefusal, type Standing } from '../council/eligibility.ts'
import { checkReelection, type TermSat } from '../council/reelection.ts'
import { overlaps, type Span } from '../core/spans.ts'
import { refused, type Refusal } from '../core/verdict.ts'
import { allows } from './acts.ts'
import { samePersonByRegister, sameName, stands, type Stander } from './certification.ts'
import type { ElectionState } from './state.ts'
import { consentRefusals, type ConsentRefusal, type ConsentTimes } from './timetable.ts'

export type CandidacyRefusal =
  | EligibilityRefusal
  | ConsentRefusal
  | 'reelection_limit'
  | 'candidate_already_listed'
  | 'candidate_same_name'
  | 'candidate_on_board'

/** A person who wants to stand, under these statutes. A part that is left out is not checked. */
export interface Candidacy {
  statutes: Statutes
  /** What the person has said, and what has been checked. */
  standing?: Standing | undefined
  consent?: ConsentTimes | undefined
  /** The terms in which the person has sat, and the one for which they stand. */
  terms?: { sat: readonly TermSat[]; termId: TermId } | undefined
  beside?: Beside | undefined
}

/** The candidate beside the other people of the same election. */
interface Beside {
  candidate: Required<Stander>
  listed: readonly Required<Stander>[]
  board: readonly (Required<Stander> & { id: AccountId })[]
}

/** Every reason why the person may not stand, in the order of the statutes; empty when the person may stand. */
export function candidacyRefusals(candidacy: Candidacy): Refusal<CandidacyRefusal>[] {
  const { statutes, standing, consent, terms, beside } = candidacy
  return [
    ...(standing ? eligibilityRefusals(statutes, standing) : []),
    ...(consent ? consentRefusals(consent) : []),
    ...(terms ? termRefusals(statutes, terms) : []),
    ...(beside ? besideRefusals(beside) : []),
  ]
}

function termRefusals(
  { rules }: Statutes,
  { sat, termId }: { sat: readonly TermSat[]; termId: TermId },
): Refusal<CandidacyRefusal>[] {
  const verdict = checkReelection(rules.reelection.value, sat, termId)
  return verdict.ok ? [] : [verdict]
}

/** A person stands once; two names that read the same cannot be told apart on the ballot; no board member stands. */
function besideRefusals({ candidate, listed, board }: Beside): Refusal<CandidacyRefusal>[] {
  const isListed = listed.some((other) => samePersonByRegister(candidate, other))
  const hasName = listed.some(
    (other) => sameName(candidate.name, other.name) && !samePersonByRegister(candidate, other),
  )
  const member = board.find((one) => stands(one, [candidate]))
  return [
    ...(isListed ? [refused('candidate_already_listed' as const, {}, 'person_id')] : []),
    ...(hasName ? [refused('candidate_same_name' as const, {}, 'name')] : []),
    ...(member ? [refused('candidate_on_board' as const, { name: member.name }, 'name')] : []),
  ]
}

/**
 * Whether the limit of terms can still keep the person from standing. An approved list is printed or voted on: who the
 * candidates are is certain by then, and the limit does not stop the result.
 */
export function isHeldToTerms(status: ElectionState): boolean {
  return allows(status, 'registerCandidate')
}

/**
 * The memberships that stand in the way of the seat that the election fills. One person sits on one seat, so the other
 * must be left before the result is certified. They do not keep the person from standing. The seat that this election
 * gave is left out.
 */
export function seatsInTheWay<M extends Span & { candidacy_id: CandidacyId | null }>(
  memberships: readonly M[],
  { term, polling_on }: { term: Span; polling_on: IsoDate },
  candidacies: readonly { id: CandidacyId }[],
): M[] {
  const starts_on = term.starts_on > polling_on ? term.starts_on : polling_on
  return memberships.filter(
    (one) =>
      overlaps(one, { starts_on, ends_on: term.ends_on }) &&
      !candidacies.some(({ id }) => id === one.candidacy_id),
  )
}
