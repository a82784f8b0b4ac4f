/** @article publicationThreshold */

import type { Statutes } from '../../statutes/document.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'

/** How many ballots or voters stand behind each part of what is published of one election. */
export interface PublishedParts {
  /** All ballots together; null when there was no vote. */
  ballots: number | null
  /** Those of them that are neither blank nor invalid. */
  valid: number
  /** The ballots in each box. */
  boxes: readonly number[]
  /** The ballots that were cast on paper, where others were cast on a tablet; left out where all were cast in one way. */
  papers?: number
  /** The ballots on each count sheet of the one box of papers, in all rounds. */
  sheets: readonly number[]
  /** Each line of help given. */
  help: readonly number[]
  /** Each earlier result that was corrected. */
  former?: readonly Former[]
  /** The ballots on each line of invalid ones that are alike in reason and note. */
  invalid: readonly number[]
}

/** A result that was corrected later. */
export interface Former {
  ballots: number
  /** It was certified, so the public was told of it, unless it was about few ballots itself. */
  certified: boolean
  /** How many ballots stand behind each thing that it and the present result tell by subtraction, line by line. */
  parts: readonly number[]
  /** The same of it and each other earlier result. */
  others: readonly number[]
}

/** For each thing that could be published, the threshold that keeps it back, or null when the public may see it. */
export interface Withheld {
  /** Votes, blank, invalid and ballots of all boxes together. */
  figures: number | null
  /** Blank and invalid ballots apart: then they are told as one sum. */
  invalid: number | null
  /** The figures of each box, and any code that could be found by trying every figure of a box. */
  boxes: number | null
  /** The count sheets, and what a correction changed, line by line. */
  sheets: number | null
  /** The help that was given. */
  help: number | null
  /** The record as a whole, which has every part. */
  record: number | null
}

export interface SmallBox {
  box: 'paper' | 'tablet'
  ballots: number
  threshold: number
}

/**
 * Which figures are kept from the public. Among few ballots the figures could tell how one person voted. A part may be
 * shown when it is 0 or at least the threshold, and so must what is left when one part is taken from another: all
 * ballots less one box, one count sheet less another, and a corrected result less the one before, line by line. Where that
 * one was told to all, the new one is kept back. What keeps the figures back keeps the boxes back, what keeps
 * the boxes back keeps sheets and help back, and any part keeps the whole record back. No tablet takes an invalid ballot:
 * where few were cast on paper, the invalid ones are theirs alone, so they are told with the blank ones, be there any or
 * none. How a whole that may be shown falls on candidates, blank and invalid
 * is the result itself and no part. Where few were cast in one way and few ballots of all are valid, the figures are kept
 * back: nearly all papers may be invalid, and the votes that are left are then those of the few at the tablet.
 */
export function withheld(statutes: Statutes, parts: PublishedParts): Withheld {
  const threshold = statutes.rules.publicationThreshold.value
  const { ballots, boxes } = parts
  if (ballots === null)
    return { figures: null, invalid: null, boxes: null, sheets: null, help: null, record: null }
  const below = (isKept: boolean) => (isKept ? threshold : null)
  const former = parts.former ?? []
  const told = former.filter((one) => one.certified && one.ballots >= threshold)
  const corrected = former.flatMap((one) => [one.ballots, ...one.parts, ...one.others])
  const smallBox = [...boxes, ...boxes.map((box) => ballots - box)].some(isSmall(threshold))
  const byPaper = isSmall(threshold)(parts.papers ?? 0)
  const few =
    ballots < threshold ||
    ((smallBox || byPaper) && parts.valid < threshold) ||
    told.some((one) => one.parts.some(isSmall(threshold)))
  const byBox = few || smallBox
  const bySheet =
    byBox ||
    byPaper ||
    [...parts.sheets, ...gapsBetween(parts.sheets), ...parts.invalid, ...corrected].some(isSmall(threshold))
  const help = byBox || parts.help.some(isSmall(threshold))
  return {
    ...{ figures: below(few), invalid: below(byPaper), boxes: below(byBox) },
    ...{ sheets: below(bySheet), help: below(help) },
    record: below(bySheet || help),
  }
}

/** The boxes of an election on paper and tablet whose ballots are too few to be shown; empty when there is none. */
export function smallBoxes(statutes: Statutes, boxes: Readonly<Record<SmallBox['box'], number>>): SmallBox[] {
  const threshold = statutes.rules.publicationThreshold.value
  return (['paper', 'tablet'] as const)
    .map((box) => ({ box, ballots: boxes[box], threshold }))
    .filter(({ ballots }) => isSmall(threshold)(ballots))
}

/** Whether polls on paper and tablet can close: nobody closes with few ballots in a box without having been warned. */
export function checkSmallBoxes(small: readonly SmallBox[], isWarned: boolean): Verdict<'small_box'> {
  const [first] = small
  if (!first || isWarned) return allowed
  return refused('small_box', { count: first.ballots, threshold: first.threshold }, 'small_box')
}

function isSmall(threshold: number): (part: number) => boolean {
  return (part) => part > 0 && part < threshold
}

/** The smallest differences: when none of them is small, no two sheets differ by a small number. */
function gapsBetween(sheets: readonly number[]): number[] {
  const sorted = [...sheets].sort((a, b) => a - b)
  return sorted.slice(1).map((sheet, index) => sheet - (sorted[index] ?? 0))
}
