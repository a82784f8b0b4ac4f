/** @article complaintDays */

import { addDays, type IsoDate } from '../../core/dates.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../core/verdict.ts'

export const COMPLAINT_OUTCOMES = ['dismissed', 'recount', 'annulled'] as const
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number]

export type ComplaintRefusal = 'complaint_before_polling' | 'complaint_too_late'
export type FinalRefusal = 'complaint_period_runs' | 'complaint_undecided'
export type DecisionRefusal =
  | 'decided_before_received'
  | 'decided_in_future'
  | 'late_complaint_only_dismissed'
  | 'complaint_before_certified'
  | 'nothing_to_recount'

/** The day from which complaints are counted: the polling day or, without a vote, the day of the decision. */
export function complaintsFrom(election: { polling_on: IsoDate; uncontested_on: IsoDate | null }): IsoDate {
  return election.uncontested_on ?? election.polling_on
}

/** The last day for complaints. Seven days give the same weekday one week later. */
export function complaintDeadline(from: IsoDate, complaintDays: number): IsoDate {
  return addDays(from, complaintDays)
}

/** Whether a complaint received on the day is in time. The last day counts. */
export function checkComplaint(complaint: {
  from: IsoDate
  deadline: IsoDate
  receivedOn: IsoDate
}): Verdict<ComplaintRefusal> {
  const { from, deadline, receivedOn } = complaint
  if (receivedOn < from) return refused('complaint_before_polling', { from }, 'received_on')
  return receivedOn > deadline ? refused('complaint_too_late', { deadline }, 'received_on') : allowed
}

/** Whether a certified result may become final: the period is over, and every complaint has been decided. */
export function mayBecomeFinal(election: {
  deadline: IsoDate
  today: IsoDate
  undecidedComplaints: number
}): Verdict<FinalRefusal> {
  const { deadline, today, undecidedComplaints: count } = election
  if (today <= deadline) return refused('complaint_period_runs', { deadline })
  return count > 0 ? refused('complaint_undecided', { count }) : allowed
}

/**
 * Whether a complaint can get this outcome. A late complaint can only be dismissed. Only a certified result can be
 * counted again or annulled, and only ballots can be counted.
 */
export function checkDecision(decision: {
  outcome: ComplaintOutcome
  receivedOn: IsoDate
  decidedOn: IsoDate
  today: IsoDate
  late: boolean
  certified: boolean
  voted: boolean
}): Verdict<DecisionRefusal> {
  const { outcome, receivedOn, decidedOn, today } = decision
  const when: Verdict<DecisionRefusal> =
    decidedOn < receivedOn
      ? refused('decided_before_received', { date: receivedOn }, 'decided_on')
      : decidedOn > today
        ? refused('decided_in_future', undefined, 'decided_on')
        : allowed
  return outcome === 'dismissed' ? when : firstRefusal(when, upheld(decision))
}

function upheld(decision: {
  outcome: ComplaintOutcome
  late: boolean
  certified: boolean
  voted: boolean
}): Verdict<DecisionRefusal> {
  if (decision.late) return refused('late_complaint_only_dismissed', undefined, 'outcome')
  if (!decision.certified) return refused('complaint_before_certified', undefined, 'outcome')
  return decision.outcome === 'recount' && !decision.voted
    ? refused('nothing_to_recount', undefined, 'outcome')
    : allowed
}
