/** @article terms */

import type { IsoDate } from '../../core/dates.ts'
import { overlaps, within, type Span } from '../core/spans.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'
import { isOneOf } from '../../core/records.ts'

export { overlaps, type Span } from '../core/spans.ts'

/** Why a membership ended before it was due. A closed list, so that years can be compared. */
export const END_REASONS = [
  'resigned',
  'died',
  'moved',
  'lost_eligibility',
  'organisation_withdrew',
  'election_annulled',
  'other',
] as const

export type EndReason = (typeof END_REASONS)[number]

export type MembershipRefusal =
  'end_before_start' | 'no_term' | 'outside_term' | 'seat_taken' | 'person_has_seat'

export type LeavingRefusal =
  'already_ended' | 'leaves_before_start' | 'leaves_on_due_day' | 'leaves_after_due' | 'end_reason_missing'

/**
 * Whether a person may be placed on a seat for these days: inside one term, on a seat that is free all the days, and
 * without another seat. The spans are the memberships that the register holds of the seat and of the person.
 */
export function checkMembership(membership: {
  startsOn: IsoDate
  dueOn: IsoDate
  /** The term that the first day lies in. */
  term: { startsOn: IsoDate; endsOn: IsoDate } | undefined
  seatTaken: readonly (Span & { person: string })[]
  personElsewhere: readonly (Span & { seat: string })[]
}): Verdict<MembershipRefusal> {
  const { startsOn, dueOn, term } = membership
  const wanted = { starts_on: startsOn, ends_on: dueOn }
  if (dueOn < startsOn) return refused('end_before_start', { from: startsOn }, 'due_on')
  if (!term) return refused('no_term', { date: startsOn }, 'starts_on')
  if (!within(wanted, { starts_on: term.startsOn, ends_on: term.endsOn })) {
    const field = startsOn < term.startsOn ? 'starts_on' : 'due_on'
    return refused('outside_term', { from: term.startsOn, until: term.endsOn }, field)
  }
  const holder = membership.seatTaken.find((span) => overlaps(span, wanted))
  if (holder) {
    const params = { person: holder.person, from: holder.starts_on, until: holder.ends_on }
    return refused('seat_taken', params, 'starts_on')
  }
  const other = membership.personElsewhere.find((span) => overlaps(span, wanted))
  if (!other) return allowed
  return refused(
    'person_has_seat',
    { seat: other.seat, from: other.starts_on, until: other.ends_on },
    'person_id',
  )
}

/** Whether a membership may end early on the day, which is the last one as a member. */
export function checkLeaving(leaving: {
  startsOn: IsoDate
  dueOn: IsoDate
  /** The end in the register now: the due day, or an earlier one when the person has already left. */
  endsOn: IsoDate
  leavesOn: IsoDate
  reason: string | null | undefined
}): Verdict<LeavingRefusal> {
  const { startsOn, dueOn, endsOn, leavesOn } = leaving
  if (endsOn < dueOn) return refused('already_ended', { date: endsOn })
  if (leavesOn < startsOn) return refused('leaves_before_start', { from: startsOn }, 'ends_on')
  if (leavesOn > dueOn) return refused('leaves_after_due', { until: dueOn }, 'ends_on')
  if (leavesOn === dueOn) return refused('leaves_on_due_day', { until: dueOn }, 'ends_on')
  return isEndReason(leaving.reason) ? allowed : refused('end_reason_missing', undefined, 'end_reason')
}

export function isEndReason(text: string | null | undefined): text is EndReason {
  return isOneOf(END_REASONS, text)
}
