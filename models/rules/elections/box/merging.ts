/** @article publicationThreshold */

import { allowed, refused, type Verdict } from '../../core/verdict.ts'

/** More than this is no small matter to print and to mix, or to enter one by one. */
const MOST_MOVED = 100

/** `print`: the tablet's ballots become papers. `enter`: the papers are entered into the tablet's box. */
export type WayToOneBox = 'print' | 'enter'

/**
 * How two boxes become one, so that nobody sees the figures of a small one: the smaller is put into the larger, and the
 * tablet's into the papers when both are alike, since papers can be counted by hand again. Returns undefined when a box
 * has nothing in it, or too much to be moved.
 */
export function wayToOneBox({ paper, tablet }: { paper: number; tablet: number }): WayToOneBox | undefined {
  const moved = Math.min(paper, tablet)
  if (moved <= 0 || moved > MOST_MOVED) return undefined
  return paper < tablet ? 'enter' : 'print'
}

/** Whether the boxes can be put together in the way that was chosen when the page showed other figures. */
export function checkWay(
  chosen: WayToOneBox | undefined,
  boxes: { paper: number; tablet: number },
): Verdict<'other_way_to_one_box'> {
  if (chosen === undefined || chosen === wayToOneBox(boxes)) return allowed
  return refused('other_way_to_one_box', undefined, 'small_box')
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
