/** @article polling, candidateEligibility */

import { allowed, refused, type Verdict } from '../core/verdict.ts'

export type ReopeningRefusal = 'reopening_by_board' | 'reopening_after_votes' | 'reopening_with_tablets'

/** What tells that polling has begun in earnest: papers given out, voters marked, ballots released on a tablet. */
export interface Begun {
  handed_out: number
  marked: number
  releases: number
}

/**
 * Whether an approved list may be opened again. The electoral board does it, and only while nobody can have voted: a
 * vote is cast for the list that the voter was shown. Where polling is open on tablets the list stays, since each
 * tablet has it already.
 */
export function checkReopening(reopening: {
  onBoard: boolean
  /** Undefined before polling opens. */
  begun: Begun | undefined
  hasTablets: boolean
}): Verdict<ReopeningRefusal> {
  const { onBoard, begun, hasTablets } = reopening
  if (!onBoard) return refused('reopening_by_board')
  if (!begun) return allowed
  if (hasBegun(begun)) return refused('reopening_after_votes')
  return hasTablets ? refused('reopening_with_tablets') : allowed
}

/** True when a voter may have voted. */
export function hasBegun({ handed_out, marked, releases }: Begun): boolean {
  return handed_out > 0 || marked > 0 || releases > 0
}
