/** @article polling */

import type { AccountId, CandidacyId } from '../../../core/ids.ts'
import { allowed, refused, type Verdict } from '../../core/verdict.ts'
import { isAmong, stands, type Actor, type Stander } from '../certification.ts'
import type { Tally } from '../tally.ts'

/** Whether the figures stay, or the ballots are counted anew. */
export const FIGURES = ['kept', 'new'] as const

export const SIGNERS_NEEDED = 2

export type InvestigatingRefusal = 'investigator_not_on_board' | 'is_a_candidate' | 'under_investigation'

/** Whether this account may begin an investigation: anybody on the board who does not stand, one at a time. */
export function mayInvestigate(investigation: {
  account: Actor
  boardMemberIds: readonly AccountId[]
  candidates: readonly Stander[]
  isOpen: boolean
}): Verdict<InvestigatingRefusal> {
  const { account, boardMemberIds, candidates, isOpen } = investigation
  if (!boardMemberIds.includes(account.id)) return refused('investigator_not_on_board')
  if (stands(account, candidates)) return refused('is_a_candidate')
  return isOpen ? refused('under_investigation') : allowed
}

export type SigningRefusal =
  'investigator_not_on_board' | 'is_a_candidate' | 'signer_counted' | 'already_signed'

/** Whether this account may sign what was found: on the board, no candidate, no counter in any round, not twice. */
export function maySign(signing: {
  account: Actor
  boardMemberIds: readonly AccountId[]
  counters: readonly Actor[]
  candidates: readonly Stander[]
  signedBy: readonly Actor[]
}): Verdict<SigningRefusal> {
  const { account, boardMemberIds, counters, candidates, signedBy } = signing
  if (!boardMemberIds.includes(account.id)) return refused('investigator_not_on_board')
  if (stands(account, candidates)) return refused('is_a_candidate')
  if (isAmong(account, counters)) return refused('signer_counted')
  return isAmong(account, signedBy) ? refused('already_signed') : allowed
}

/** A line of the result that was corrected. */
export interface Change {
  line: 'ballots' | 'blank' | 'invalid' | 'candidate'
  candidacy_id?: CandidacyId
  was: number
  is: number
}

/** The lines in which two results of one election differ. */
export function changesBetween(was: Tally | null, is: Tally | null): Change[] {
  if (!was || !is) return []
  const of = (tally: Tally, id: CandidacyId) =>
    tally.votes.find(({ candidacy_id }) => candidacy_id === id)?.votes ?? 0
  const lines: Change[] = [
    ...is.votes.map(({ candidacy_id }): Change => {
      const [before, after] = [of(was, candidacy_id), of(is, candidacy_id)]
      return { line: 'candidate', candidacy_id, was: before, is: after }
    }),
    ...(['blank', 'invalid', 'ballots'] as const).map((line) => ({ line, was: was[line], is: is[line] })),
  ]
  return lines.filter((line) => line.was !== line.is)
}

/** How many ballots stand behind each thing that two results tell by subtraction. */
export function correctedParts(was: Tally, is: Tally): number[] {
  return changesBetween(was, is).map((change) => Math.abs(change.is - change.was))
}
