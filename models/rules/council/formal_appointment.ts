/** @article formalAppointment, appointingBody */

import type { IsoDate } from '../../core/dates.ts'
import { isCaseNumber } from '../core/case_number.ts'
import type { Statutes } from '../../statutes/document.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'
import { type AreaKind, isPlace } from '../core/by_kind.ts'

/** What the rule needs to know of a membership. */
export interface Seating {
  origin: 'election' | 'appointment' | 'registration'
  /** True for a substitute who has taken the seat of a member who left. */
  steppedIn: boolean
  areaKind: AreaKind
  /** True when the membership was struck out as a mistake, or ended because the election was annulled. */
  undone: boolean
}

/**
 * Whether a body has to appoint the member after the member got the seat: elected members, with a vote or without, and
 * substitutes who step in for them, when the statutes say that all members are appointed. A member named by
 * organisations was appointed on the way to the seat. How a member registered by hand was chosen is not known, so
 * nothing is asked.
 *
 * `statutes` are those that the election ran under: people stood and the result was certified under them. A version
 * that takes force between polling day and the first day of the term cannot take the seat up again. For a substitute,
 * whom no election names, they are those in force on the first day in the seat.
 */
export function needsFormalAppointment(statutes: Statutes, seating: Seating): boolean {
  if (seating.undone || statutes.rules.formalAppointment?.value !== 'all') return false
  if (seating.origin === 'election') return true
  return seating.origin === 'registration' && seating.steppedIn && isPlace({ kind: seating.areaKind })
}

/** The body that appoints, as the forms propose it; null when the statutes name none. */
export function appointingBodyIn({
  rules,
}: {
  rules: Pick<Statutes['rules'], 'appointingBody'>
}): string | null {
  return rules.appointingBody.value
}

export type FormalAppointmentRefusal =
  'appointing_body_missing' | 'date_in_future' | 'formal_too_early' | 'formal_too_late' | 'case_number_form'

/** Whether the decision can be written down: a body made it, on a day between the choice of the member and today. */
export function checkFormalAppointment(decision: {
  body: string | undefined
  decidedOn: IsoDate
  caseNumber: string | undefined
  /** Polling day, the day of the decision when there was no vote, or the day a substitute was known. */
  chosenOn: IsoDate
  /** The last day in the seat. */
  until: IsoDate
  today: IsoDate
}): Verdict<FormalAppointmentRefusal> {
  const { body, decidedOn, caseNumber, chosenOn, until, today } = decision
  if (!body?.trim()) return refused('appointing_body_missing', undefined, 'appointing_body')
  if (decidedOn > today) return refused('date_in_future', undefined, 'decided_on')
  if (decidedOn < chosenOn) return refused('formal_too_early', { from: chosenOn }, 'decided_on')
  if (decidedOn > until) return refused('formal_too_late', { until }, 'decided_on')
  if (caseNumber !== undefined && !isCaseNumber(caseNumber))
    return refused('case_number_form', undefined, 'case_number')
  return allowed
}
