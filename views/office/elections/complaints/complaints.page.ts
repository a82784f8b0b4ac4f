import type { IsoDate } from '../../../../models/core/dates.ts'
import type { Complaint } from '../../../../models/elections/complaints/complaints.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { type ComplaintOutcome } from '../../../../models/rules/elections/complaint_period.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { assumedAmong, headOf, type ElectionHead } from '../head.ts'

/** Who complained and what they wrote is for the secretary and the board. */
export interface ShownComplaint {
  number: number
  href: string
  received_on: IsoDate
  received_by: string
  late: boolean
  said: { complainant: string; text: string } | null
  decision: { outcome: ComplaintOutcome; decided_by: string; decided_on: IsoDate; reason: string } | null
}

export interface ComplaintsPage {
  head: ElectionHead
  complaints: ShownComplaint[]
  /** null for a reader who cannot write one down, or when it is too late or too early. */
  newHref: string | null
  assumedRules: string[]
}

/** `readsText`: the reader may see who complained and what they wrote. */
export function complaintsPage(
  reader: Reader,
  election: Election,
  complaints: readonly Complaint[],
  readsText: boolean,
): ComplaintsPage {
  const mayWrite = reader.can['elections.plan'] && allows(election.status, 'receiveComplaint')
  return {
    head: headOf(reader, election),
    complaints: complaints.map((complaint) => shownComplaint(complaint, readsText)),
    newHref: mayWrite ? paths.newComplaint(election.id) : null,
    assumedRules: assumedAmong(reader, election.statutes, ['complaintDays']),
  }
}

export function shownComplaint(complaint: Complaint, readsText: boolean): ShownComplaint {
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
  }
}
