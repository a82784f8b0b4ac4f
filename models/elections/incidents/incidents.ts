import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import { NotFound } from '../../core/errors.ts'
import type { CandidacyId, ElectionId, IncidentId } from '../../core/ids.ts'
import {
  bars,
  type IncidentEffect,
  type IncidentKind,
} from '../../rules/elections/incidents/after_first_vote.ts'
import type { Barred } from '../../rules/elections/incidents/barred.ts'
import { type IncidentState, isInForce, stateOf } from '../../rules/elections/incidents/signing.ts'
import type { PublicName } from '../candidates/publication.ts'
import type { IncidentAnswerRow, IncidentRow } from './tables.ts'

export const INCIDENT_KINDS: readonly IncidentKind[] = ['died', 'not_eligible', 'misspelt', 'other']

export interface Incident extends IncidentRow {
  state: IncidentState
  /** Null while it waits for a second signature, and where none was asked for. */
  answer: IncidentAnswerRow | null
}

/** The first one first, also those that wait and those that came to nothing. For the office alone. */
export async function listWrittenIncidents(db: Db, electionId: ElectionId): Promise<Incident[]> {
  const rows = await db('election_incidents').where({ election_id: electionId }).orderBy('number')
  const answers = await db('incident_answers').where({ election_id: electionId })
  return rows.map((row) => {
    const answer = answers.find(({ incident_id }) => incident_id === row.id) ?? null
    return { ...row, answer, state: stateOf({ account_id: row.account_id, answer }) }
  })
}

/** What has an effect: the first one first. */
export async function listInForce(db: Db, electionId: ElectionId): Promise<Incident[]> {
  return (await listWrittenIncidents(db, electionId)).filter(({ state }) => isInForce(state))
}

/** Throws NotFound for an incident of another election. */
export async function getIncident(db: Db, electionId: ElectionId, id: IncidentId): Promise<Incident> {
  const found = (await listWrittenIncidents(db, electionId)).find((one) => one.id === id)
  if (!found) throw new NotFound(`incident ${id}`)
  return found
}

/** Takes incidents that are in force. */
export function isBarredBy(incidents: readonly IncidentRow[], candidacyId: CandidacyId): boolean {
  return incidents.some(({ candidacy_id, because }) => candidacy_id === candidacyId && bars(because))
}

/** Returns undefined when every candidate can take a seat. The statutes that an election pins say one thing of the seat. */
export async function findBarred(db: Db, electionId: ElectionId): Promise<Barred | undefined> {
  const barring = (await listInForce(db, electionId)).filter(({ because }) => bars(because))
  const seat = barring.map(({ effect }) => effect).find((effect) => effect !== 'none' && effect !== 'stops')
  if (seat === undefined) return undefined
  return { candidacies: barring.map(({ candidacy_id }) => candidacy_id), seat }
}

/** Returns undefined unless the vote was stopped. */
export async function findStop(db: Db, electionId: ElectionId): Promise<IncidentRow | undefined> {
  return (await listInForce(db, electionId)).find(({ effect }) => effect === 'stops')
}

/** Why the board decided it stays with those who run the election. */
export interface ToldIncident {
  /** Null when the candidate has said that the name may not be shown. */
  name: string | null
  because: IncidentKind
  effect: IncidentEffect
  /** The day on which it took effect. */
  on: IsoDate
}

export async function toldIncidents(
  db: Db,
  electionId: ElectionId,
  names: readonly PublicName[],
): Promise<ToldIncident[]> {
  return (await listInForce(db, electionId)).map(({ candidacy_id, because, effect, recorded_on, answer }) => {
    const name = names.find(({ id }) => id === candidacy_id)?.name ?? null
    return { name, because, effect, on: answer?.answered_on ?? recorded_on }
  })
}
