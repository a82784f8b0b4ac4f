import { act } from '../../core/audit.ts'
import { sha256 } from '../../core/canonical.ts'
import type { IsoDate } from '../../core/dates.ts'
import { isTaken, type Db } from '../../core/db.ts'
import { Conflict, NotFound, Refused, require } from '../../core/errors.ts'
import type { ElectionId, ObjectionId } from '../../core/ids.ts'
import { insertOne } from '../../core/insert.ts'
import { checkObjection, type Phase } from '../../rules/elections/protocol/conduct.ts'
import { getElection, requireAct, subjectOf } from '../elections.ts'
import { listSittings } from '../planning/sittings.ts'
import type { Official } from '../reach.ts'
import type { ObjectionDecisionRow, ObjectionRow } from './tables.ts'

export interface Objection extends ObjectionRow {
  decision: ObjectionDecisionRow | null
}

export async function listObjections(db: Db, electionId: ElectionId): Promise<Objection[]> {
  const objections = await db('objections').where({ election_id: electionId }).orderBy('number')
  const ids = objections.map(({ id }) => id)
  const decisions = await db('objection_decisions').whereIn('objection_id', ids)
  return objections.map((objection) => {
    const decision = decisions.find(({ objection_id }) => objection_id === objection.id)
    return { ...objection, decision: decision ?? null }
  })
}

export interface ObjectionForm {
  phase: Phase
  raised_on: IsoDate
  text: string
  objector?: string | undefined
}

export async function recordObjection(
  db: Db,
  by: Official,
  id: ElectionId,
  form: ObjectionForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'recordConduct')
    const { phase, raised_on, text, objector } = form
    const [first] = await listSittings(trx, election)
    const today = by.clock.today()
    require(checkObjection({ text, objector, raisedOn: raised_on, firstDay: first.held_on, today }))
    const number = (await listObjections(trx, id)).length + 1
    await insertOne(trx, 'objections', {
      ...{ election_id: id, number, phase, raised_on, text, objector: objector?.trim() || null },
      ...{ recorded_by: by.name, recorded_on: today },
    })
    // The text by its hash alone, and never who objected: the log is kept for ever.
    const details = { objection: number, phase, raised_on, text_hash: sha256(text) }
    return { action: 'election.objection_recorded', subject: subjectOf(election), details, result: { id } }
  })
}

export interface ObjectionDecisionForm {
  decision: string
  decided_by: string
  decided_on: IsoDate
}

export async function decideObjection(
  db: Db,
  by: Official,
  id: ElectionId,
  objectionId: ObjectionId,
  form: ObjectionDecisionForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'recordConduct')
    const objection = (await listObjections(trx, id)).find((one) => one.id === objectionId)
    if (!objection) throw new NotFound(`objection ${objectionId}`)
    const { decision, decided_by, decided_on } = form
    const today = by.clock.today()
    if (decided_on < objection.raised_on)
      throw new Refused('decided_before_received', { date: objection.raised_on }, 'decided_on')
    if (decided_on > today) throw new Refused('decided_in_future', {}, 'decided_on')
    const recorded = { recorded_by: by.name, recorded_on: today }
    await trx('objection_decisions')
      .insert({ objection_id: objectionId, decision, decided_by, decided_on, ...recorded })
      .catch((error: unknown) => {
        throw isTaken(error) ? new Conflict('objection_decided') : error
      })
    const details = { objection: objection.number, decided_by, decided_on, decision_hash: sha256(decision) }
    return { action: 'election.objection_decided', subject: subjectOf(election), details, result: { id } }
  })
}
