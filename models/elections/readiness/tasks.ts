import type { SignedIn } from '../../accounts/accounts.ts'
import { addDays, type IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionRoom, Task } from '../../core/tasks.ts'
import type { Chore, ChoreKey } from '../../rules/elections/readiness/chores.ts'
import type { Election } from '../elections.ts'
import { hasLocals, hasPart, isLocal } from '../reach.ts'
import { listChores } from './chores.ts'

/** Where the first thing is that is needed, or where it is ticked. */
const ROOMS: Record<ChoreKey, ElectionRoom> = {
  call_hung: 'room',
  papers_printed: 'electionPapers',
  box_locked: 'box',
  codes_hung: 'room',
  record_signed: 'room',
  result_hung: 'room',
  material_sealed: 'packages',
  material_destroyed: 'electionAfter',
}

/** So many days after the last complaint nobody is asked to hang a result any more. */
const ASKED_FOR_DAYS = 60

/** What waits away from the screen, for the staff of the place. Others who run the election are told of what is late. */
export async function listChoreTasks(
  db: Db,
  user: SignedIn,
  elections: readonly Election[],
  today: IsoDate,
): Promise<Task[]> {
  if (!hasPart(user, 'run')) return []
  const tasks: Task[] = []
  for (const election of elections) {
    const isOld = addDays(election.complaints_until, ASKED_FOR_DAYS) < today
    const now = (await listChores(db, election, today)).filter(
      ({ key, state }) => state === 'now' && (!isOld || key === 'material_destroyed'),
    )
    if (now.length === 0) continue
    const isMine = isLocal(user) || !(await hasLocals(db, election))
    tasks.push(
      ...now.flatMap((chore) => (isMine || chore.due < today ? taskOf(election, chore, isMine) : [])),
    )
  }
  return tasks
}

function taskOf({ id, area_name, polling_on, place }: Election, { key, due }: Chore, isMine: boolean): Task {
  const params = { area: area_name, polling_on, place }
  return {
    kind: `room_${key}`,
    params,
    due,
    waitsFor: isMine ? 'me' : 'others',
    at: { room: ROOMS[key], id },
  }
}
