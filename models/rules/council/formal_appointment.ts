/** @article formalAppointment */

import type { IsoDate } from '../../core/dates.ts'
import { isCaseNumber } from '../core/case_number.ts'
import type { Statutes } from '../../statutes/document.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'
import { type AreaKind, isPlace } from '../core/by_kind.ts'

/** What the rule asks of a membership. */
export interface Seating {
  origin: 'election' | 'appointment' | 'registration'
  /** A substitute who has taken the seat of a member that left. */
  steppedIn: boolean
  areaKind: AreaKind
  /** Struck out as a mistake, or ended because the election was annulled. */
  undone: boolean
}

/**
 * Whether a body has to appoint the member after they got the seat: those elected, with a vote or without, and substitutes
 * who step in for one, where the statutes say that all members are appointed. Whoever organisations named has been
 * appointed on the way to the seat. How somebody who was written in by hand was chosen is not known, so nothing is asked.
 *
 * `statutes` are those that the election ran under: people stood, and the result was certified, under them, and a version
 * that takes force between polling day and the first day of the term cannot take the seat up again. Of a substitute, whom
 * no election names, they are those in force on the first day in the seat.
 */
export function needsFormalAppointment(statutes: Statutes, seating: Seating): boolean {
  if (seating.undone || statutes.rules.formalAppointment?.value !== 'all') return false
  if (seating.origin === 'election') return true
  return seating.origin === 'registration' && seating.steppedIn && isPlace({ kind: seating.areaKind })
}

export type FormalAppointmentRefusal =
  'appointing_body_missing' | 'date_in_future' | 'formal_too_early' | 'formal_too_late' | 'case_number_form'

/** Whether the decision can be as it is written: a body, on a day from the one on which the member was chosen to today. */
export function checkFormalAppointment(decision: {
  body: string | undefined
  decidedOn: IsoDate
  caseNumber: string | undefined
  /** Polling day, the day of the decision where there was no vote, or the day a substitute was known. */
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
