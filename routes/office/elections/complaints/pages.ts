import type { Request, Response } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { listBoard, sitsOn } from '../../../../models/elections/board.ts'
import {
  getComplaint,
  listComplaints,
  takesComplaints,
  type Complaint,
} from '../../../../models/elections/complaints/complaints.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import {
  COMPLAINT_OUTCOMES,
  type ComplaintOutcome,
} from '../../../../models/rules/elections/complaint_period.ts'
import { canOf, userOf } from '../../../web/access.ts'
import type { Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import {
  assumedAmong,
  electionOf,
  headOf,
  showPage,
  type ElectionHead,
  type ElectionRequest,
} from '../shared.ts'

export type ComplaintRequest = Request<{ id: string; complaint: string }>

/** A complaint as the pages show it. Who complained and what they wrote is for the secretary and the board. */
export interface ShownComplaint {
  number: number
  href: string
  received_on: IsoDate
  received_by: string
  late: boolean
  said: { complainant: string; text: string } | null
  decision: { outcome: ComplaintOutcome; decided_by: string; decided_on: IsoDate; reason: string } | null
}

/** office/elections/complaints */
export interface ComplaintsPage {
  head: ElectionHead
  complaints: ShownComplaint[]
  /** Where one is written down; null for who cannot, or when it is too late or too early. */
  newHref: string | null
  assumedRules: string[]
}

export async function showComplaints(req: ElectionRequest, res: Response): Promise<void> {
  const election = await electionOf(req)
  const reads = await readsText(req, election)
  const complaints = await listComplaints(req.db, election.id)
  const mayWrite = canOf(userOf(req))['elections.plan'] && takesComplaints(election)
  const page: ComplaintsPage = {
    head: headOf(req, election),
    complaints: complaints.map((complaint) => shown(election, complaint, reads)),
    newHref: mayWrite ? paths.newComplaint(election.id) : null,
    assumedRules: assumedAmong(req, election.statutes, ['complaintDays']),
  }
  showPage(req, res, 'complaints/complaints', page)
}

/** Complaints are read by whoever decides about them, by the electoral board, and by whoever audits. */
async function readsText(req: Request, election: Election): Promise<boolean> {
  const user = userOf(req)
  const can = canOf(user)
  if (can['elections.plan'] || can['audit.read']) return true
  return sitsOn(await listBoard(req.db, election.id), user)
}

function shown({ id: electionId }: Election, complaint: Complaint, reads: boolean): ShownComplaint {
  const { id, number, received_on, received_by, late, complainant, text, decision } = complaint
  return {
    number,
    href: paths.complaint(electionId, id),
    received_on,
    received_by,
    late: late === 1,
    said: reads ? { complainant, text } : null,
    decision: decision && {
      outcome: decision.outcome,
      decided_by: decision.decided_by,
      decided_on: decision.decided_on,
      reason: decision.reason,
    },
  }
}

/** office/elections/complaint_new */
export interface NewComplaintPage {
  head: ElectionHead
  action: string
  backHref: string
  open: boolean
  today: IsoDate
  by: string
}

/** Shows the page, after a refusal with what was typed. */
export async function showNewComplaint(
  req: ElectionRequest,
  res: Response,
  again: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const page: NewComplaintPage = {
    head: headOf(req, election),
    action: paths.newComplaint(election.id),
    backHref: paths.complaints(election.id),
    open: takesComplaints(election),
    today: req.clock.today(),
    by: userOf(req).name,
  }
  showPage(req, res, 'complaints/complaint_new', page, again)
}

/** office/elections/complaint */
export interface ComplaintPage {
  head: ElectionHead
  action: string
  backHref: string
  complaint: ShownComplaint
  /** The outcomes that can be chosen now; none for who cannot decide, or when it is decided. */
  outcomes: readonly ComplaintOutcome[]
  /** The result is not certified yet, so that the complaint can only be dismissed. */
  early: boolean
  today: IsoDate
}

/** Shows the page, after a refusal with what was typed. */
export async function showComplaint(
  req: ComplaintRequest,
  res: Response,
  again: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const complaint = await getComplaint(req.db, election.id, idFrom(req.params.complaint))
  const mayDecide = canOf(userOf(req))['elections.plan'] && !complaint.decision
  const page: ComplaintPage = {
    head: headOf(req, election),
    action: paths.complaint(election.id, complaint.id),
    backHref: paths.complaints(election.id),
    complaint: shown(election, complaint, await readsText(req, election)),
    outcomes: mayDecide ? possibleOutcomes(election, complaint) : [],
    early: !['certified', 'final'].includes(election.status),
    today: req.clock.today(),
  }
  showPage(req, res, 'complaints/complaint', page, again)
}

function possibleOutcomes(election: Election, { late }: Complaint): readonly ComplaintOutcome[] {
  if (late === 1 || election.status !== 'certified') return ['dismissed']
  return COMPLAINT_OUTCOMES.filter((outcome) => outcome !== 'recount' || election.uncontested_on === null)
}
