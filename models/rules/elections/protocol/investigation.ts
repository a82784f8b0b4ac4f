/** @article polling */

import type { AccountId } from '../../../core/ids.ts'
import { allowed, refused, type Verdict } from '../../core/verdict.ts'
import { isAmong, stands, type Actor, type Stander } from '../certification.ts'

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
