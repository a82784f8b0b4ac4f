import type { Db, Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict, NotFound, Refused, require } from '../../core/errors.ts'
import { checkRollEntry } from '../../rules/elections/roll_names.ts'
import { atTheTable, type Change, type Table } from '../polling/at_the_table.ts'
import type { Official } from '../reach.ts'
import type { Election } from '../elections.ts'
import { requireNotMarkedElsewhere } from './elsewhere.ts'
import { findByName, getEntry } from './roll.ts'
import { insertEntries } from './rows.ts'

/** What the voter gets. A ballot on a tablet is released beside this. */
export type Means = 'paper' | 'booth'

/** Throws Conflict when the voter is marked already. */
export async function markVoter(
  db: Db,
  by: Official,
  electionId: ElectionId,
  entryId: string,
  means: Means = 'paper',
): Promise<void> {
  await atTheTable(db, by, electionId, async (trx, { election }) => {
    if (election.roll_kind === 'counted') throw new NotFound('there is no roll')
    return mark(trx, election, entryId, means)
  })
}

/** A table without a connection types the whole name: of one voter on the list, or an alias, which votes only once. */
export async function markByName(
  db: Db,
  by: Official,
  electionId: ElectionId,
  name: string,
  means: Means = 'paper',
): Promise<void> {
  await atTheTable(db, by, electionId, async (trx, { election }: Table) => {
    if (election.roll_kind === 'counted') throw new NotFound('there is no roll')
    if (election.roll_kind === 'alias') return addAlias(trx, election, name, means)
    const [only, ...rest] = await findByName(trx, election.id, name)
    if (!only) throw new Refused('not_on_roll', { name }, 'name')
    if (rest.length > 0) throw new Refused('several_of_that_name', { name }, 'name')
    return mark(trx, election, only.id, means)
  })
}

async function mark(trx: Trx, election: Election, entryId: string, means: Means): Promise<Change> {
  const { id: electionId } = election
  const marked = await trx('roll_entries')
    .where({ id: entryId, election_id: electionId, marked: 0 })
    .update({ marked: 1 })
  const { name } = await getEntry(trx, electionId, entryId)
  if (marked !== 1)
    throw new Conflict(election.roll_kind === 'alias' ? 'alias_has_voted' : 'already_marked', { name })
  await requireNotMarkedElsewhere(trx, election, name)
  return given(means)
}

async function addAlias(trx: Trx, election: Election, typed: string, means: Means): Promise<Change> {
  const { id: electionId } = election
  const entry = { name: typed.trim(), note: null }
  require(checkRollEntry(entry))
  const [known] = await findByName(trx, electionId, entry.name)
  if (known) throw new Conflict('alias_has_voted', { name: known.name })
  await requireNotMarkedElsewhere(trx, election, entry.name)
  await insertEntries(trx, electionId, [{ ...entry, marked: 1 }])
  return given(means)
}

function given(means: Means): Change {
  return means === 'paper' ? { marked: 1, handed_out: 1 } : { marked: 1 }
}
