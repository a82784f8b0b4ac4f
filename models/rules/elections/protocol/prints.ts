/** @article polling */

import { checkFigure, type Entered, type FigureRefusal } from '../../core/figures.ts'
import { allowed, refused, type Verdict } from '../../core/verdict.ts'

/** More than this at once is a slip of the finger: whoever needs more prints again. */
export const MOST_SHEETS = 100

/** Whether so many sheets can be printed at once while polls are open. */
export function checkSheets(
  sheets: Entered,
): Verdict<FigureRefusal | 'nothing_to_print' | 'too_many_sheets'> {
  const figure = checkFigure(sheets, 'sheets')
  if (!figure.ok) return figure
  if (Number(sheets) === 0) return refused('nothing_to_print', undefined, 'sheets')
  return Number(sheets) > MOST_SHEETS ? refused('too_many_sheets', { count: MOST_SHEETS }, 'sheets') : allowed
}

/** Whether so many papers of a print can be taken off: never more than are left of it. */
export function checkTakenOff(
  copies: Entered,
  left: number,
): Verdict<FigureRefusal | 'nothing_taken_off' | 'more_than_printed'> {
  const figure = checkFigure(copies, 'copies')
  if (!figure.ok) return figure
  if (Number(copies) === 0) return refused('nothing_taken_off', undefined, 'copies')
  return Number(copies) > left ? refused('more_than_printed', { count: left }, 'copies') : allowed
}

/**
 * Whether the printed papers in the closing account are those in the book. It matters once papers were printed while polls
 * were open: each batch is counted by the program, so a difference has its reason.
 */
export function checkPrinted(
  { typed, inBook, batches }: { typed: number; inBook: number; batches: number },
  reason: string | undefined,
): Verdict<'printed_differs'> {
  if (batches === 0 || typed === inBook || reason?.trim()) return allowed
  return refused('printed_differs', { count: inBook }, 'difference_reason')
}
