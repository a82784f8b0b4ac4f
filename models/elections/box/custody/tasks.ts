import type { SignedIn } from '../../../accounts/accounts.ts'
import { addDays } from '../../../core/dates.ts'
import type { Db } from '../../../core/db.ts'
import type { Task } from '../../../core/tasks.ts'
import { allows } from '../../../rules/elections/acts.ts'
import type { SlipState } from '../../../rules/elections/box/custody.ts'
import type { Election } from '../../elections.ts'
import { hasBooth } from '../../means.ts'
import { listSittings } from '../../planning/sittings.ts'
import { hasPart } from '../../reach.ts'
import { findCustody, slipOf } from './custody.ts'

const KINDS: Record<SlipState, string | undefined> = {
  waiting: 'slip_waiting',
  shown: 'slip_shown',
  on_paper: 'slip_on_paper',
  tried: undefined,
}

/** What the holder of a slip has left to do before polls open. Nobody else has these tasks, since nobody else can do them. */
export async function listSlipTasks(db: Db, user: SignedIn, elections: readonly Election[]): Promise<Task[]> {
  if (!hasPart(user, 'count')) return []
  const held = await heldBy(db, user)
  const tasks: Task[] = []
  for (const election of elections)
    if (held.has(election.id)) tasks.push(...(await slipTask(db, user, election)))
  return tasks
}

/** The elections in which the account was ever named as a holder. */
async function heldBy(db: Db, { id: account_id }: SignedIn): Promise<ReadonlySet<Election['id']>> {
  const slips = db('box_slips').where({ account_id }).select('custody_id')
  return new Set(await db('box_custodies').whereIn('id', slips).pluck('election_id'))
}

async function slipTask(db: Db, user: SignedIn, election: Election): Promise<Task[]> {
  const { id, area_name, status } = election
  if (!hasBooth(election) || !allows(status, 'lockBox')) return []
  const slip = slipOf(await findCustody(db, id), user.id)
  const kind = slip && KINDS[slip.state]
  if (kind === undefined) return []
  const [{ held_on }] = await listSittings(db, election)
  const params = { area: area_name, opens_on: held_on }
  return [{ kind, params, due: addDays(held_on, -1), waitsFor: 'me', at: { room: 'mySlip', id } }]
}
