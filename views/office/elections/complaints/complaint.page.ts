import type { IsoDate } from '../../../../models/core/dates.ts'
import type { Complaint } from '../../../../models/elections/complaints/complaints.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import {
  COMPLAINT_OUTCOMES,
  type ComplaintOutcome,
} from '../../../../models/rules/elections/complaint_period.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import { shownComplaint, type ComplaintRows, type ShownComplaint } from './complaints.page.ts'

export interface ComplaintPage {
  head: ElectionHead
  action: string
  backHref: string
  complaint: ShownComplaint
  /** Empty when the reader cannot decide, or when the complaint is decided. */
  outcomes: readonly ComplaintOutcome[]
  /** Before the certification a complaint can only be dismissed. */
  early: boolean
  today: IsoDate
}

export function complaintPage(
  reader: Reader,
  election: Election,
  complaint: Complaint,
  rows: ComplaintRows,
): ComplaintPage {
  const mayDecide = reader.can['elections.plan'] && !complaint.decision
  return {
    head: headOf(reader, election),
    action: paths.complaint(election.id, complaint.id),
    backHref: paths.complaints(election.id),
    complaint: shownComplaint(reader, complaint, rows),
    outcomes: mayDecide ? possibleOutcomes(election, complaint) : [],
    early: !facts(election.status).certified,
    today: reader.today,
  }
}

function possibleOutcomes(election: Election, { late }: Complaint): readonly ComplaintOutcome[] {
  if (late === 1 || !facts(election.status).provisional) return ['dismissed']
  return COMPLAINT_OUTCOMES.filter((outcome) => outcome !== 'recount' || election.uncontested_on === null)
}
