import type { IsoDate } from '../../../../models/core/dates.ts'
import type { Complaint } from '../../../../models/elections/complaints/complaints.ts'
import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { Correction } from '../../../../models/elections/record/corrections.ts'
import { type ComplaintOutcome } from '../../../../models/rules/elections/complaint_period.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { shownCorrection, type ShownCorrection } from '../../../partials/elections/correction.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { assumedAmong, headOf, nameFinder, type ElectionHead } from '../head.ts'

/** Who complained and what they wrote is for the secretary and the board. */
export interface ShownComplaint {
  number: number
  href: string
  received_on: IsoDate
  received_by: string
  late: boolean
  said: { complainant: string; text: string } | null
  decision: { outcome: ComplaintOutcome; decided_by: string; decided_on: IsoDate; reason: string } | null
  /** What the recount changed; null when there was none, and until the ballots are counted. */
  correction: ShownCorrection | null
}

export interface ComplaintRows {
  /** The reader may see who complained and what they wrote. */
  readsText: boolean
  corrections: readonly Correction[]
  candidacies: readonly CandidacyRow[]
}

export interface ComplaintsPage {
  head: ElectionHead
  complaints: ShownComplaint[]
  /** null for a reader who cannot write one down, or when it is too late or too early. */
  newHref: string | null
  assumedRules: string[]
}

export function complaintsPage(
  reader: Reader,
  election: Election,
  complaints: readonly Complaint[],
  rows: ComplaintRows,
): ComplaintsPage {
  const mayWrite = reader.can['elections.plan'] && allows(election.status, 'receiveComplaint')
  return {
    head: headOf(reader, election),
    complaints: complaints.map((complaint) => shownComplaint(reader, complaint, rows)),
    newHref: mayWrite ? paths.newComplaint(election.id) : null,
    assumedRules: assumedAmong(reader, election.statutes, ['complaintDays']),
  }
}

export function shownComplaint(
  reader: Reader,
  complaint: Complaint,
  { readsText, corrections, candidacies }: ComplaintRows,
): ShownComplaint {
  const correction = corrections.find(({ complaint_id }) => complaint_id === complaint.id)
  const { id, election_id, number, received_on, received_by, late, complainant, text, decision } = complaint
  return {
    number,
    href: paths.complaint(election_id, id),
    received_on,
    received_by,
    late: late === 1,
    said: readsText ? { complainant, text } : null,
    decision: decision && {
      outcome: decision.outcome,
      decided_by: decision.decided_by,
      decided_on: decision.decided_on,
      reason: decision.reason,
    },
    correction: correction ? shownCorrection(reader, correction.corrected, nameFinder(candidacies)) : null,
  }
}
