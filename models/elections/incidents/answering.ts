import { act } from '../../core/audit.ts'
import { sha256 } from '../../core/canonical.ts'
import { isTaken, type Db, type Trx } from '../../core/db.ts'
import { Conflict, require } from '../../core/errors.ts'
import type { ElectionId, IncidentId } from '../../core/ids.ts'
import { bars } from '../../rules/elections/incidents/after_first_vote.ts'
import type { IncidentAnswer } from '../../rules/elections/incidents/signing.ts'
import { closeBooths } from '../booth/booths.ts'
import { listStanding } from '../candidates/candidates.ts'
import { type Election, moveElection, requireAct, subjectOf } from '../elections.ts'
import { hasBooth } from '../means.ts'
import { takeTally } from '../polling/at_the_table.ts'
import type { Official } from '../reach.ts'
import { getIncident, type Incident, isBarredBy, listInForce } from './incidents.ts'
import { checkIncidentSigner, checkIncidentWriter } from './signers.ts'

interface Answered {
  id: ElectionId
  answer: IncidentAnswer
}

/** A refusal has its reason. */
export type AnswerForm = { answer: 'signed' | 'withdrawn' } | { answer: 'refused'; reason: string }

export async function answerIncident(
  db: Db,
  by: Official,
  id: ElectionId,
  incident: IncidentId,
  form: AnswerForm,
): Promise<Answered> {
  if (form.answer === 'refused') return refuseIncident(db, by, id, incident, form)
  return form.answer === 'signed'
    ? signIncident(db, by, id, incident)
    : withdrawIncident(db, by, id, incident)
}

/**
 * The second signature, by which it takes effect. The tally is locked first, so that nobody votes meanwhile and polls do
 * not close, and so that it has one answer.
 */
export async function signIncident(
  db: Db,
  by: Official,
  id: ElectionId,
  incidentId: IncidentId,
): Promise<Answered> {
  return act(db, by, async (trx) => {
    const { election, incident } = await takeWaiting(trx, by, id, incidentId)
    require(await checkIncidentSigner(trx, by.user, election, incident))
    await requireStillSo(trx, incident)
    await answer(trx, by, incident, 'signed')
    const { number, candidacy_id: candidacy, because, effect, reason } = incident
    const isStopped = effect === 'stops'
    const voided = isStopped ? await stopVote(trx, election) : 0
    const told = { number, candidacy, because, effect, reason_hash: sha256(reason) }
    return {
      action: isStopped ? 'election.stopped' : 'election.incident_signed',
      subject: subjectOf(election),
      details: { ...told, ...(voided > 0 && { voided }) },
      result: { id, answer: 'signed' as const },
    }
  })
}

/** Another member of the board says no. It stays in the book, and something else can be written. */
export async function refuseIncident(
  db: Db,
  by: Official,
  id: ElectionId,
  incidentId: IncidentId,
  { reason }: { reason: string },
): Promise<Answered> {
  return act(db, by, async (trx) => {
    const { election, incident } = await takeWaiting(trx, by, id, incidentId)
    require(await checkIncidentSigner(trx, by.user, election, incident))
    await answer(trx, by, incident, 'refused', reason)
    const { number, candidacy_id: candidacy } = incident
    return {
      action: 'election.incident_refused',
      subject: subjectOf(election),
      details: { number, candidacy, reason_hash: sha256(reason) },
      result: { id, answer: 'refused' as const },
    }
  })
}

export async function withdrawIncident(
  db: Db,
  by: Official,
  id: ElectionId,
  incidentId: IncidentId,
): Promise<Answered> {
  return act(db, by, async (trx) => {
    const { election, incident } = await takeWaiting(trx, by, id, incidentId)
    require(await checkIncidentWriter(trx, by.user, incident))
    await answer(trx, by, incident, 'withdrawn')
    const { number, candidacy_id: candidacy } = incident
    return {
      action: 'election.incident_withdrawn',
      subject: subjectOf(election),
      details: { number, candidacy },
      result: { id, answer: 'withdrawn' as const },
    }
  })
}

/** Throws Conflict when it has its answer, and when the vote has stopped or closed. */
async function takeWaiting(
  trx: Trx,
  by: Official,
  id: ElectionId,
  incidentId: IncidentId,
): Promise<{ election: Election; incident: Incident }> {
  const { election } = await takeTally(trx, by, id)
  const incident = await getIncident(trx, id, incidentId)
  if (incident.state !== 'waits') throw new Conflict(`incident_is_${incident.state}`)
  requireAct(election, 'recordIncident')
  return { election, incident }
}

/** The list can have been opened again meanwhile, and another incident can have taken effect. */
async function requireStillSo(trx: Trx, incident: Incident): Promise<void> {
  const { election_id, candidacy_id, because } = incident
  const standing = await listStanding(trx, election_id)
  if (!standing.some(({ id }) => id === candidacy_id)) throw new Conflict('incident_candidate_gone')
  if (bars(because) && isBarredBy(await listInForce(trx, election_id), candidacy_id))
    throw new Conflict('incident_already_barred')
}

async function answer(
  trx: Trx,
  by: Official,
  incident: Incident,
  given: IncidentAnswer,
  reason: string | null = null,
): Promise<void> {
  await trx('incident_answers')
    .insert({
      ...{ incident_id: incident.id, election_id: incident.election_id, answer: given, reason },
      ...{ account_id: by.user.id, answered_by: by.name, answered_on: by.clock.today() },
    })
    .catch((error: unknown) => {
      throw isTaken(error) ? new Conflict('incident_answered_meanwhile') : error
    })
}

/** Nobody votes any more. What is in the boxes stays there: polls close as ever, and nothing is counted. */
async function stopVote(trx: Trx, election: Election): Promise<number> {
  await trx('polling_tallies').where({ election_id: election.id }).update({ open: 0 })
  const voided = hasBooth(election) ? await closeBooths(trx, election.id) : 0
  await moveElection(trx, election, 'stopVote')
  return voided
}
