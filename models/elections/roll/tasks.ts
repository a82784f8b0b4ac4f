import type { SignedIn } from '../../accounts/accounts.ts'
import { facts } from '../../rules/elections/state.ts'
import { addDays } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { Task } from '../../core/tasks.ts'
import { listElections } from '../elections.ts'
import { hasPart } from '../reach.ts'

/** The rolls that tell who has voted in elections that are over, to be erased. */
export async function listRollTasks(db: Db, user: SignedIn): Promise<Task[]> {
  if (!hasPart(user, 'run')) return []
  const over = (await listElections(db, user)).filter(({ status }) => facts(status).over)
  const ids = over.map(({ id }) => id)
  const kept = await db('roll_entries')
    .whereIn('election_id', ids)
    .distinct('election_id')
    .pluck('election_id')
  return over
    .filter(({ id }) => kept.includes(id))
    .map(({ id, area_name, complaints_until }) => ({
      kind: 'roll_erasure',
      params: { area: area_name },
      due: addDays(complaints_until, 1),
      waitsFor: 'me',
      at: { room: 'rollErasure', id },
    }))
}
