import type { SignedIn } from '../../accounts/accounts.ts'
import type { Db } from '../../core/db.ts'
import type { Task } from '../../core/tasks.ts'
import { facts } from '../../rules/elections/state.ts'
import type { Election } from '../elections.ts'
import { awaitsConfirmationOf } from './lot_calls.ts'

/** A lot by telephone waits for the member of the board who was on it. */
export async function listLotTasks(db: Db, user: SignedIn, elections: readonly Election[]): Promise<Task[]> {
  const tasks: Task[] = []
  for (const election of elections) {
    const { id, area_name: area, polling_on: due, status } = election
    if (facts(status).awaits !== 'certification' || !(await awaitsConfirmationOf(db, election, user)))
      continue
    tasks.push({ kind: 'lot_confirmation', params: { area }, due, waitsFor: 'me', at: { room: 'lot', id } })
  }
  return tasks
}
