import type { SignedIn } from '../../accounts/accounts.ts'
import type { Db } from '../../core/db.ts'
import type { Task } from '../../core/tasks.ts'
import { allows } from '../../rules/elections/acts.ts'
import { listBoard, sitsOn } from '../board.ts'
import type { Election } from '../elections.ts'
import { whoMay } from '../who_may.ts'
import { listWrittenIncidents } from './incidents.ts'
import { checkIncidentSigner } from './signers.ts'

/** Whether something that happened to a candidate waits for a second signature. */
export async function incidentWaits(db: Db, election: Election): Promise<boolean> {
  return (await listWrittenIncidents(db, election.id)).some(({ state }) => state === 'waits')
}

/** Everybody on the board is told of an incident that waits, and those who can sign it have it to do. */
export async function listIncidentTasks(
  db: Db,
  user: SignedIn,
  elections: readonly Election[],
): Promise<Task[]> {
  const tasks: Task[] = []
  for (const election of elections)
    if (allows(election.status, 'recordIncident')) tasks.push(...(await incidentTasks(db, user, election)))
  return tasks
}

async function incidentTasks(db: Db, user: SignedIn, election: Election): Promise<Task[]> {
  const { id, area_name: area } = election
  const waiting = (await listWrittenIncidents(db, id)).filter(({ state }) => state === 'waits')
  if (waiting.length === 0 || !sitsOn(await listBoard(db, id), user)) return []
  return Promise.all(
    waiting.map(async (incident): Promise<Task> => {
      const { ok } = await checkIncidentSigner(db, user, election, incident)
      const who = ok ? {} : { who: await whoMay(db, election, 'sign_incident', user, incident.account_id) }
      return {
        kind: 'incident_signature',
        params: { area, name: incident.recorded_by },
        due: incident.recorded_on,
        waitsFor: ok ? 'me' : 'others',
        at: { room: 'incidents', id },
        ...who,
      }
    }),
  )
}
