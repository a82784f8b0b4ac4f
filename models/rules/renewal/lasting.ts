/** @article terms */

import { addDays, later, type IsoDate } from '../../core/dates.ts'
import type { BoardStep } from './progress.ts'
import { RENEWAL_STEPS, type RenewalTimetable } from './renewal.ts'

/** Half a year after its last day, an unfinished renewal is history and not a task. */
const ASKED_FOR = 180

/**
 * The last day on which a renewal gives tasks. It is counted from the last of its own days: of the timetable, of what is
 * still open on the board, the day it was begun and the first day of the term. So one that begins late has as long as any.
 */
export function lastsUntil(renewal: {
  days: RenewalTimetable
  begunOn: IsoDate
  termStartsOn: IsoDate
  steps: readonly BoardStep[]
}): IsoDate {
  const { days, begunOn, termStartsOn, steps } = renewal
  const open = steps.flatMap(({ state, due }) => (isOpen(state) && due !== undefined ? [due] : []))
  const own = RENEWAL_STEPS.map((kind) => days[kind])
  return addDays([...own, ...open, termStartsOn].reduce(later, begunOn), ASKED_FOR)
}

function isOpen(state: BoardStep['state']): boolean {
  return state === 'current' || state === 'todo'
}
