/** @article polling */

import type { IsoDate } from '../../core/dates.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'
import { facts, type ElectionState } from './state.ts'

export type MoveRefusal = 'move_without_reason'

interface Move {
  status: ElectionState
  /** The last polling day before and after. */
  was: IsoDate
  polling_on: IsoDate
}

/** True when people have been told of a polling day on which nobody can vote any more. */
export function isMoved({
  status,
  was,
  days,
}: Pick<Move, 'status' | 'was'> & { days: readonly IsoDate[] }): boolean {
  return facts(status).called && !days.includes(was)
}

/** Whether the polling day can be moved: once people have been told of it, only with a reason that they are told too. */
export function checkMove(
  move: Parameters<typeof isMoved>[0] & { reason: string | undefined },
): Verdict<MoveRefusal> {
  if (!isMoved(move) || move.reason?.trim()) return allowed
  return refused('move_without_reason', undefined, 'reason')
}

/**
 * The number of the list after a change of the timetable. The last polling day stands on the ballot paper, so the papers
 * of an approved list are void when it changes, and new ones have a new number and mark: papers with two days could tell
 * voters apart.
 */
export function listAfterMove({
  status,
  was,
  polling_on,
  list_version,
}: Move & { list_version: number }): number {
  return was !== polling_on && facts(status).listed ? list_version + 1 : list_version
}
