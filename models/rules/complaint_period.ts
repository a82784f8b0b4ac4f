import { addDays, type IsoDate } from '../dates.ts'
import { allowed, refused, type Verdict } from './verdict.ts'

export type ComplaintRefusal = 'complaint_before_polling' | 'complaint_too_late'
export type FinalRefusal = 'complaint_period_runs' | 'complaint_undecided'

/** The last day for complaints. Seven days give the same weekday one week later. */
export function complaintDeadline(pollingDay: IsoDate, complaintDays: number): IsoDate {
  return addDays(pollingDay, complaintDays)
}

/** Whether a complaint received on the day is in time. The last day counts. */
export function checkComplaint(complaint: {
  pollingDay: IsoDate
  complaintDays: number
  receivedOn: IsoDate
}): Verdict<ComplaintRefusal> {
  const deadline = complaintDeadline(complaint.pollingDay, complaint.complaintDays)
  if (complaint.receivedOn < complaint.pollingDay) {
    return refused('complaint_before_polling', { from: complaint.pollingDay }, 'received_on')
  }
  return complaint.receivedOn > deadline
    ? refused('complaint_too_late', { deadline }, 'received_on')
    : allowed
}

/** Whether a certified result may become final: the period is over, and every complaint has been decided. */
export function mayBecomeFinal(election: {
  pollingDay: IsoDate
  complaintDays: number
  today: IsoDate
  undecidedComplaints: number
}): Verdict<FinalRefusal> {
  const deadline = complaintDeadline(election.pollingDay, election.complaintDays)
  if (election.today <= deadline) return refused('complaint_period_runs', { deadline })
  const count = election.undecidedComplaints
  return count > 0 ? refused('complaint_undecided', { count }) : allowed
}
