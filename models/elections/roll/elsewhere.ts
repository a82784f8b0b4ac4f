import { isPostgres, type Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict } from '../../core/errors.ts'
import { secondPlace } from '../../rules/elections/one_vote.ts'
import { statesThat } from '../../rules/elections/state.ts'
import type { Election } from '../elections.ts'
import { findByName } from './roll.ts'

/**
 * Where people may vote at one place only: throws Conflict when this name is marked at another place's election of the
 * same renewal. By-elections are compared with by-elections alone: whoever voted at the renewal may vote at a later one.
 */
export async function requireNotMarkedElsewhere(trx: Trx, election: Election, name: string): Promise<void> {
  if (secondPlace(election.statutes) !== 'refused') return
  await oneTableAtATime(trx, election)
  for (const { id, area } of await electionsElsewhere(trx, election)) {
    const marked = (await findByName(trx, id, name)).find((entry) => entry.marked === 1)
    if (marked) throw new Conflict('marked_elsewhere', { name: marked.name, area })
  }
}

/** Two tables at two places that mark one name at once: the later waits, and then sees the mark of the first. */
async function oneTableAtATime(trx: Trx, { term_id }: Election): Promise<void> {
  // SQLite has one writer, and the table has written to its tally already.
  if (isPostgres(trx)) await trx('terms').where({ id: term_id }).forNoKeyUpdate().select('id')
}

async function electionsElsewhere(
  trx: Trx,
  { term_id, area_id, kind }: Election,
): Promise<{ id: ElectionId; area: string }[]> {
  const query = trx('elections')
    .join('areas', 'areas.id', 'elections.area_id')
    .where('elections.term_id', term_id)
    .whereNot('elections.area_id', area_id)
    .whereNotIn('elections.status', statesThat('failed'))
    .orderBy('elections.id')
  if (kind === 'by_election') void query.where('elections.kind', kind)
  else void query.whereNot('elections.kind', 'by_election')
  return query.select<{ id: ElectionId; area: string }[]>('elections.id', 'areas.name as area')
}
