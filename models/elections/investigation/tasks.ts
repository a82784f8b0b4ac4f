import type { SignedIn } from '../../accounts/accounts.ts'
import type { Db } from '../../core/db.ts'
import type { Task } from '../../core/tasks.ts'
import { allows } from '../../rules/elections/acts.ts'
import { listBoard, sitsOn } from '../board.ts'
import type { Election } from '../elections.ts'
import { whoMay } from '../who_may.ts'
import { checkSigner } from './investigating.ts'
import { findOpenInvestigation } from './listing.ts'

/** Nothing is certified while the board looks into a count: those who can sign what it found have it to do. */
export async function listInvestigationTasks(
  db: Db,
  user: SignedIn,
  elections: readonly Election[],
): Promise<Task[]> {
  const tasks: Task[] = []
  for (const election of elections)
    if (allows(election.status, 'investigate')) tasks.push(...(await investigationTasks(db, user, election)))
  return tasks
}

async function investigationTasks(db: Db, user: SignedIn, election: Election): Promise<Task[]> {
  const { id, area_name: area } = election
  const open = await findOpenInvestigation(db, id)
  if (!open || !sitsOn(await listBoard(db, id), user)) return []
  const { ok } = await checkSigner(db, user, election, open)
  const task = {
    kind: open.findings ? 'investigation_signature' : 'investigation_findings',
    params: { area },
    due: open.begun_on,
    at: { room: 'investigation', id },
  } as const
  if (ok) return [{ ...task, waitsFor: 'me' }]
  return [{ ...task, waitsFor: 'others', who: await whoMay(db, election, 'sign_findings', user) }]
}
