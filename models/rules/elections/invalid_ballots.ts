/** @article marks, polling */

import { refused, type Refusal } from '../core/verdict.ts'

/** Why a ballot counts for no candidate. A closed list, so that two counters can say the same. */
export const INVALID_REASONS = [
  'no_cross',
  'unclear_candidate',
  'too_many_marks',
  'recognisable',
  'not_official_ballot',
  'other',
] as const

export type InvalidReason = (typeof INVALID_REASONS)[number]

/** One invalid ballot on a counter's sheet. */
export interface InvalidBallot {
  reason: InvalidReason
  /** What it was, where it is none of the usual. */
  note?: string | undefined
}

/** One as it came from the form, where nothing may have been chosen yet. */
export interface EnteredInvalidBallot {
  reason: InvalidReason | undefined
  note?: string | undefined
}

export type InvalidBallotRefusal = 'invalid_reason_missing' | 'invalid_note_missing' | 'too_many_invalid'

/** More than these are not gone through one by one on a page; no place has had a tenth of it. */
export const MOST_INVALID = 300

/** Everything wrong with how the invalid ballots are accounted for: a reason for each, and words where it is `other`. */
export function invalidBallotRefusals(
  invalid: number,
  ballots: readonly EnteredInvalidBallot[],
): Refusal<InvalidBallotRefusal>[] {
  if (invalid > MOST_INVALID) return [refused('too_many_invalid', { most: MOST_INVALID }, 'invalid')]
  return Array.from({ length: Math.max(invalid, ballots.length) }, (_, index) => index).flatMap((index) => {
    const number = index + 1
    const ballot = ballots[index]
    // A reason too many is a number of invalid ballots that is too small.
    if (number > invalid) return refused('invalid_reason_missing' as const, { number }, 'invalid')
    if (!ballot?.reason) {
      return refused('invalid_reason_missing' as const, { number }, invalidReasonField(number))
    }
    return ballot.reason === 'other' && !ballot.note?.trim()
      ? refused('invalid_note_missing' as const, { number }, invalidNoteField(number))
      : []
  })
}

/** How many ballots are invalid for each reason. */
export function countReasons(ballots: readonly InvalidBallot[]): Map<InvalidReason, number> {
  const counted = new Map<InvalidReason, number>()
  for (const { reason } of ballots) counted.set(reason, (counted.get(reason) ?? 0) + 1)
  return counted
}

/** Whether two counters found as many for each reason; in which order they lay does not matter. */
export function sameReasons(a: readonly InvalidBallot[], b: readonly InvalidBallot[]): boolean {
  const [first, second] = [countReasons(a), countReasons(b)]
  return INVALID_REASONS.every((reason) => (first.get(reason) ?? 0) === (second.get(reason) ?? 0))
}

/** The field for the reason of one invalid ballot, numbered from 1. */
export function invalidReasonField(number: number): `invalid_reason_${number}` {
  return `invalid_reason_${number}`
}

/** The field for what it was, where the reason is `other`. */
export function invalidNoteField(number: number): `invalid_note_${number}` {
  return `invalid_note_${number}`
}
