import type { SignedIn } from '../../accounts/accounts.ts'
import type { Db } from '../../core/db.ts'
import type { IncidentId } from '../../core/ids.ts'
import { listCandidacies, listStanding } from '../candidates/candidates.ts'
import type { Election } from '../elections.ts'
import { getIncident, type Incident, listWrittenIncidents } from './incidents.ts'
import { mayRecordIncident } from './recording.ts'
import { checkIncidentSigner, checkIncidentWriter, signersBeside, signersOf } from './signers.ts'

/** What the user can say to an incident while it waits. */
export type MayAnswer = 'sign' | 'withdraw' | null

/** All that was written of candidates, and what this user can do about it. */
export async function readIncidents(db: Db, election: Election, user: SignedIn) {
  const incidents: (Incident & { answers: MayAnswer })[] = []
  for (const one of await listWrittenIncidents(db, election.id))
    incidents.push({ ...one, answers: await mayAnswer(db, election, user, one) })
  return {
    candidates: await listCandidacies(db, election.id),
    standing: await listStanding(db, election.id),
    incidents,
    may: await mayRecordIncident(db, election, user),
    signers: await signersBeside(db, election, user),
  }
}

async function mayAnswer(db: Db, election: Election, user: SignedIn, incident: Incident): Promise<MayAnswer> {
  if (incident.state !== 'waits') return null
  if ((await checkIncidentWriter(db, user, incident)).ok) return 'withdraw'
  return (await checkIncidentSigner(db, user, election, incident)).ok ? 'sign' : null
}

/** Throws NotFound for an incident of another election. */
export async function readIncident(db: Db, election: Election, user: SignedIn, id: IncidentId) {
  const incident = await getIncident(db, election.id, id)
  const waits = incident.state === 'waits'
  const candidacies = await listCandidacies(db, election.id)
  return {
    incident,
    name: candidacies.find((one) => one.id === incident.candidacy_id)?.name ?? '',
    signers: waits ? await signersOf(db, election, incident) : [],
    maySign: waits ? await checkIncidentSigner(db, user, election, incident) : null,
    mayWithdraw: waits && (await checkIncidentWriter(db, user, incident)).ok,
  }
}
