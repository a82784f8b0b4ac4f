/** @article voters, polling */

import { allowed, refused, type Verdict } from '../core/verdict.ts'

/** Voters marked on the roll, and ballots: papers given to a voter, replacements apart, and ballots cast on a tablet. */
export type RollAccount = {
  marked: number
  ballots: number
}

/** How many ballots there are beyond the voters who are marked; 0 when there are none. */
export function ballotsBeyondMarks({ marked, ballots }: RollAccount): number {
  return Math.max(0, ballots - marked)
}

/** Whether polls with a roll can close: more ballots than voters marked need their reason for the record. */
export function checkRollAccount(
  account: RollAccount,
  reason: string | undefined,
): Verdict<'more_ballots_than_marks'> {
  const count = ballotsBeyondMarks(account)
  if (count === 0 || reason?.trim()) return allowed
  return refused('more_ballots_than_marks', { count, ...account }, 'marks_reason')
}
