/** @article marks */

import type { Statutes } from '../../statutes/document.ts'

/** How many crosses a valid ballot of one election has. A blank ballot has none, and is no valid one. */
export interface Crosses {
  min: number
  max: number
}

/** What the crosses hang on: the rule of the statutes, and the seats that are filled this time. */
export interface Voted {
  seats: number
  statutes: { rules: Pick<Statutes['rules'], 'marks'> }
}

/**
 * The only reader of the rule. By seat there are never more crosses than seats filled this time, which in a by-election
 * are fewer than the place has; and never a higher least number than that.
 */
export function crossesIn({ seats, statutes }: Voted): Crosses {
  const { min, max, per } = statutes.rules.marks.value
  if (per !== 'seat') return { min, max }
  const most = Math.max(1, Math.min(max, seats))
  return { min: Math.min(min, most), max: most }
}

/** No ballot under these statutes has more crosses; sealed ballots are made that long, whatever the election. */
export function longestBallot({ statutes }: Pick<Voted, 'statutes'>): number {
  return statutes.rules.marks.value.max
}

/** How many crosses so many valid ballots have together. Below none they are too few by themselves, and not multiplied. */
export function crossesOn(valid: number, { min, max }: Crosses): { least: number; most: number } {
  return { least: valid * min, most: Math.max(valid, valid * max) }
}

/** What is wrong with the number of crosses on a ballot that is not blank. */
export function crossesWrong(marks: number, { min, max }: Crosses): 'too_few' | 'too_many' | undefined {
  if (marks > max) return 'too_many'
  return marks < min ? 'too_few' : undefined
}

/** Which sentence says how many crosses there are: "højst" where one is enough, "præcis" where no other number will do. */
export function crossesWording({ min, max }: Crosses): 'most' | 'exactly' | 'between' {
  if (min === max && max > 1) return 'exactly'
  return min > 1 ? 'between' : 'most'
}
