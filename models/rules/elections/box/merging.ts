/** @article publicationThreshold */

import { allowed, refused, type Verdict } from '../../core/verdict.ts'

/** More than this is no small matter to print and to mix. */
const MOST_PRINTED = 100

/** Whether the tablet's ballots can be printed as papers, so that both boxes are counted as one. */
export function canMerge(tablet: number): boolean {
  return tablet > 0 && tablet <= MOST_PRINTED
}

/** Whether the opened ballots may be printed: once, and again only for a reason while they are not mixed. */
export function checkPrinting(box: {
  isOpened: boolean
  isMixed: boolean
  again: boolean
  reason: string | undefined
}): Verdict<'box_not_opened' | 'box_is_mixed' | 'reprint_without_reason'> {
  if (!box.isOpened) return refused('box_not_opened')
  if (box.isMixed) return refused('box_is_mixed')
  if (box.again && !box.reason?.trim()) return refused('reprint_without_reason', undefined, 'reason')
  return allowed
}

/** Whether the printed ballots can be said to lie among the papers. */
export function checkMixing(box: {
  isPrinted: boolean
  isMixed: boolean
}): Verdict<'box_not_printed' | 'box_is_mixed'> {
  if (box.isMixed) return refused('box_is_mixed')
  return box.isPrinted ? allowed : refused('box_not_printed')
}

/** Whether papers can be counted: those from the tablet lie among them. */
export function checkMixed(merger: { mix: object | undefined } | undefined): Verdict<'box_not_mixed'> {
  return merger && merger.mix === undefined ? refused('box_not_mixed') : allowed
}
