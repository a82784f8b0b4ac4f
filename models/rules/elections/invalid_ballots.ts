/** @article marks, polling */

import { refused, type Refusal } from '../core/verdict.ts'
import type { Crosses } from './marks.ts'

/** Why a ballot counts for no candidate. A closed list, so that two counters can say the same. */
export const INVALID_REASONS = [
  'no_cross',
  'unclear_candidate',
  'too_many_marks',
  'too_few_marks',
  'recognisable',
  'not_official_ballot',
  'other',
] as const

export type InvalidReason = (typeof INVALID_REASONS)[number]

/** The reasons that can be found in one election: no ballot has too few crosses where one is enough. */
export function invalidReasons({ min }: Pick<Crosses, 'min'>): InvalidReason[] {
  return INVALID_REASONS.filter((reason) => reason !== 'too_few_marks' || min > 1)
}

export interface InvalidBallot {
  reason: InvalidReason
  /** What it was, for the reason `other`. */
  note?: string | undefined
}

/** An invalid ballot as the form sent it: the reason may be missing. */
export interface EnteredInvalidBallot {
  reason: InvalidReason | undefined
  note?: string | undefined
}

export type InvalidBallotRefusal = 'invalid_reason_missing' | 'invalid_note_missing' | 'too_many_invalid'

/** A page does not go through more than these one by one; no place has had a tenth of it. */
export const MOST_INVALID = 300

/** Everything wrong with the list of invalid ballots: each needs one of the reasons, and the reason `other` needs words. */
export function invalidBallotRefusals(
  invalid: number,
  ballots: readonly EnteredInvalidBallot[],
  reasons: readonly InvalidReason[] = INVALID_REASONS,
): Refusal<InvalidBallotRefusal>[] {
  if (invalid > MOST_INVALID) return [refused('too_many_invalid', { most: MOST_INVALID }, 'invalid')]
  return Array.from({ length: Math.max(invalid, ballots.length) }, (_, index) => index).flatMap((index) => {
    const number = index + 1
    const ballot = ballots[index]
    // A surplus reason means that the number of invalid ballots is too small.
    if (number > invalid) return refused('invalid_reason_missing' as const, { number }, 'invalid')
    if (!ballot?.reason || !reasons.includes(ballot.reason)) {
      return refused('invalid_reason_missing' as const, { number }, invalidReasonField(number))
    }
    return ballot.reason === 'other' && !ballot.note?.trim()
      ? refused('invalid_note_missing' as const, { number }, invalidNoteField(number))
      : []
  })
}

export function countReasons(ballots: readonly InvalidBallot[]): Map<InvalidReason, number> {
  const counted = new Map<InvalidReason, number>()
  for (const { reason } of ballots) counted.set(reason, (counted.get(reason) ?? 0) + 1)
  return counted
}

/** Whether two counters found every reason equally often. The order of the ballots does not matter. */
export function sameReasons(a: readonly InvalidBallot[], b: readonly InvalidBallot[]): boolean {
  const [first, second] = [countReasons(a), countReasons(b)]
  return INVALID_REASONS.every((reason) => (first.get(reason) ?? 0) === (second.get(reason) ?? 0))
}

/** The form field for the reason of one invalid ballot, numbered from 1. */
export function invalidReasonField(number: number): `invalid_reason_${number}` {
  return `invalid_reason_${number}`
}

/** The form field for the note of one invalid ballot, used with the reason `other`. */
export function invalidNoteField(number: number): `invalid_note_${number}` {
  return `invalid_note_${number}`
}
