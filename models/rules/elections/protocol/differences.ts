/** @article polling */

import { allowed, refused, type Verdict } from '../../core/verdict.ts'
import { isAmong, stands, type Actor, type Stander } from '../certification.ts'
import type { AccountId } from '../../../core/ids.ts'

/** What may explain why two counts of the same papers differ, in the order in which it is looked for. */
export const EXPLANATIONS = [
  'stuck_together',
  'wrong_heap',
  'heap_twice',
  'heap_missed',
  'blank_among_valid',
  'judged_differently',
  'written_wrong',
  'other',
] as const
export type Explanation = (typeof EXPLANATIONS)[number]

/** For each thing, whether it was found. */
export type Answers = Readonly<Record<Explanation, boolean>>

export type CheckRefusal = 'say_what_was_found'

/** Whether what was looked for can be stored: whoever has found something says what. */
export function checkAnswers(answers: Answers, note: string | undefined): Verdict<CheckRefusal> {
  const isFound = EXPLANATIONS.some((one) => answers[one])
  return isFound && !note?.trim() ? refused('say_what_was_found', undefined, 'note') : allowed
}

export type KeepingRefusal = 'keeper_not_on_board' | 'is_a_candidate' | 'keeper_counted'

/**
 * Whether this account may decide that one of two counts is kept and only the other is made again: a member of the
 * electoral board who made neither of the two and does not stand. The figures are not shown to the decider.
 */
export function mayKeep(decision: {
  account: Actor
  boardMemberIds: readonly AccountId[]
  /** Those whose sheets differ. */
  counters: readonly Actor[]
  candidates: readonly Stander[]
}): Verdict<KeepingRefusal> {
  const { account, boardMemberIds, counters, candidates } = decision
  if (!boardMemberIds.includes(account.id)) return refused('keeper_not_on_board')
  if (stands(account, candidates)) return refused('is_a_candidate')
  return isAmong(account, counters) ? refused('keeper_counted') : allowed
}
