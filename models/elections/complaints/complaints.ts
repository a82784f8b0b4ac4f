import { stateAfter } from '../../rules/elections/acts.ts'
import { act } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import { isTaken, type Db, type Trx } from '../../core/db.ts'
import type { ComplaintId, ElectionId } from '../../core/ids.ts'
import { Conflict, NotFound, Refused, require } from '../../core/errors.ts'
import {
  checkComplaint,
  checkDecision,
  complaintsFrom,
  type ComplaintOutcome,
} from '../../rules/elections/complaint_period.ts'
import { facts } from '../../rules/elections/state.ts'
import type { ComplaintDecisionRow, ComplaintRow } from './tables.ts'
import { formerText } from '../count/former.ts'
import { countAnew } from '../count/recounts.ts'
import { type Election, getElection, moveElection, requireAct, subjectOf } from '../elections.ts'
import { requireNoInvestigation } from '../investigation/investigating.ts'
import type { Official } from '../reach.ts'
import { storeRecord } from '../record/record.ts'
import { getResult } from '../result/loading.ts'
import { roundOf, totalsOf } from '../result/result.ts'
import { reseat } from '../result/seating.ts'

export interface Complaint extends ComplaintRow {
  /** In the order of arrival, from 1. */
  number: number
  decision: ComplaintDecisionRow | null
}

export async function listComplaints(db: Db, electionId: ElectionId): Promise<Complaint[]> {
  const complaints = await db('complaints').where({ election_id: electionId }).orderBy('id')
  const ids = complaints.map(({ id }) => id)
  const decisions = await db('complaint_decisions').whereIn('complaint_id', ids)
  return complaints.map((complaint, index) => ({
    ...complaint,
    number: index + 1,
    decision: decisions.find(({ complaint_id }) => complaint_id === complaint.id) ?? null,
  }))
}

/** Throws NotFound when the complaint is over another election. */
export async function getComplaint(db: Db, electionId: ElectionId, id: ComplaintId): Promise<Complaint> {
  const complaint = (await listComplaints(db, electionId)).find((one) => one.id === id)
  if (!complaint) throw new NotFound(`complaint ${id}`)
  return complaint
}

export async function countUndecided(db: Db, electionId: ElectionId): Promise<number> {
  return (await listComplaints(db, electionId)).filter(({ decision }) => decision === null).length
}

export interface ComplaintForm {
  received_on: IsoDate
  received_by: string
  complainant: string
  text: string
}

/** A complaint after the deadline is marked late, and can only be dismissed. */
export async function registerComplaint(
  db: Db,
  by: Official,
  id: ElectionId,
  form: ComplaintForm,
): Promise<{ id: ElectionId; late: boolean }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'receiveComplaint')
    const { received_on, received_by, complainant, text } = form
    if (received_on > by.clock.today()) throw new Refused('day_in_future', {}, 'received_on')
    const verdict = checkComplaint({
      from: complaintsFrom(election),
      deadline: election.complaints_until,
      receivedOn: received_on,
    })
    const late = !verdict.ok && verdict.reason === 'complaint_too_late'
    if (!late) require(verdict)
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    await trx('complaints').insert({
      election_id: id,
      received_on,
      received_by,
      complainant,
      text,
      late: late ? 1 : 0,
      ...recorded,
    })
    // Neither the text nor who complained: the log is kept for ever.
    const complaint = (await listComplaints(trx, id)).length
    const details = { complaint, received_on, late }
    const result = { id, late }
    return { action: 'election.complaint_received', subject: subjectOf(election), details, result }
  })
}

export interface DecisionForm {
  outcome: ComplaintOutcome
  decided_by: string
  decided_on: IsoDate
  reason: string
}

const DECIDED = {
  dismissed: 'election.complaint_dismissed',
  recount: 'election.recount_decided',
  annulled: 'election.annulled',
} as const

/** The decision takes effect: none, a recount that keeps the old counts, or an annulment that empties the seats. */
export async function decideComplaint(
  db: Db,
  by: Official,
  id: ElectionId,
  complaintId: ComplaintId,
  form: DecisionForm,
): Promise<{ id: ElectionId; outcome: ComplaintOutcome }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    const complaint = await getComplaint(trx, id, complaintId)
    if (complaint.decision) throw new Conflict('complaint_decided')
    const { outcome, decided_by, decided_on, reason } = form
    require(
      checkDecision({
        outcome,
        receivedOn: complaint.received_on,
        decidedOn: decided_on,
        today: by.clock.today(),
        late: complaint.late === 1,
        certified: facts(election.status).provisional,
        voted: election.uncontested_on === null,
      }),
    )
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    const decision = { complaint_id: complaintId, outcome, decided_by, decided_on, reason, ...recorded }
    await trx('complaint_decisions')
      .insert(decision)
      .catch((error: unknown) => {
        throw isTaken(error) ? new Conflict('complaint_decided') : error
      })
    const consequences = await follow(trx, by, election, complaint, form)
    return {
      action: DECIDED[outcome],
      subject: subjectOf(election),
      details: { complaint: complaint.number, decided_by, decided_on, ...consequences },
      result: { id, outcome },
    }
  })
}

async function follow(
  trx: Trx,
  by: Official,
  election: Election,
  complaint: Complaint,
  { outcome, decided_on }: DecisionForm,
): Promise<Record<string, string | number | number[]>> {
  if (outcome === 'dismissed') return {}
  await requireNoInvestigation(trx, election.id)
  if (outcome === 'annulled') {
    const annulled = await moveElection(trx, election, 'annul')
    const { unseated } = await reseat(trx, by, annulled, [])
    return { unseated, ...(await storeRecord(trx, by, annulled, stateAfter('annul'))) }
  }
  const result = await getResult(trx, election)
  if (totalsOf(result) === null) throw new Refused('nothing_to_recount', {}, 'outcome')
  const after_round = roundOf(result)
  const was = formerText(election, result)
  const row = { election_id: election.id, complaint_id: complaint.id, after_round, decided_on, was }
  await trx('recounts').insert(row)
  await countAnew(trx, election)
  return { after_round }
}
