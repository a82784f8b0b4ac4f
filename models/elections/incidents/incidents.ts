import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { CandidacyId, ElectionId } from '../../core/ids.ts'
import {
  bars,
  type IncidentEffect,
  type IncidentKind,
} from '../../rules/elections/incidents/after_first_vote.ts'
import type { Barred } from '../../rules/elections/incidents/barred.ts'
import type { PublicName } from '../candidates/publication.ts'
import type { IncidentRow } from './tables.ts'

export const INCIDENT_KINDS: readonly IncidentKind[] = ['died', 'not_eligible', 'misspelt', 'other']

/** The first one first. */
export async function listIncidents(db: Db, electionId: ElectionId): Promise<IncidentRow[]> {
  return db('election_incidents').where({ election_id: electionId }).orderBy('number')
}

export function isBarredBy(incidents: readonly IncidentRow[], candidacyId: CandidacyId): boolean {
  return incidents.some(({ candidacy_id, because }) => candidacy_id === candidacyId && bars(because))
}

/** Returns undefined when every candidate can take a seat. The statutes that an election pins say one thing of the seat. */
export async function findBarred(db: Db, electionId: ElectionId): Promise<Barred | undefined> {
  const barring = (await listIncidents(db, electionId)).filter(({ because }) => bars(because))
  const seat = barring.map(({ effect }) => effect).find((effect) => effect !== 'none' && effect !== 'stops')
  if (seat === undefined) return undefined
  return { candidacies: barring.map(({ candidacy_id }) => candidacy_id), seat }
}

/** Returns undefined unless the vote was stopped. */
export async function findStop(db: Db, electionId: ElectionId): Promise<IncidentRow | undefined> {
  return db('election_incidents').where({ election_id: electionId, effect: 'stops' }).first()
}

/** Why the board decided it stays with those who run the election. */
export interface ToldIncident {
  /** Null when the candidate has said that the name may not be shown. */
  name: string | null
  because: IncidentKind
  effect: IncidentEffect
  on: IsoDate
}

export async function toldIncidents(
  db: Db,
  electionId: ElectionId,
  names: readonly PublicName[],
): Promise<ToldIncident[]> {
  return (await listIncidents(db, electionId)).map(({ candidacy_id, because, effect, recorded_on: on }) => {
    return { name: names.find(({ id }) => id === candidacy_id)?.name ?? null, because, effect, on }
  })
}
