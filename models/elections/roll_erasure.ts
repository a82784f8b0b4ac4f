import { act } from '../audit.ts'
import { type Db, isPostgres } from '../db.ts'
import { Conflict } from '../errors.ts'
import type { ElectionStatus } from '../tables.ts'
import type { RollErasureRow } from '../tables/polling.ts'
import { getElection, requireStatus, subjectOf } from './elections.ts'
import type { Official } from './reach.ts'
import { countRoll } from './roll.ts'
import { deleteEntries } from './roll_rows.ts'

/** Nobody can complain any more, or the vote counts for nothing. */
export const ERASABLE: readonly ElectionStatus[] = ['final', 'annulled', 'rerun']

/** Erases who has voted, for good. How many there were is kept, and that it was done. */
export async function eraseRoll(db: Db, by: Official, id: number): Promise<{ id: number }> {
  const done = await act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireStatus(election, ...ERASABLE)
    const { entries, marked } = await countRoll(trx, id)
    if (entries === 0) throw new Conflict('roll_is_erased')
    await deleteEntries(trx, id)
    const erased = { erased_by: by.name, erased_on: by.clock.today() }
    await trx('roll_erasures').insert({ election_id: id, entries, marked, ...erased })
    const details = { entries, marked }
    return { action: 'election.roll_erased', subject: subjectOf(election), details, result: { id } }
  })
  await forgetDeletedRows(db)
  return done
}

/** PostgreSQL keeps deleted rows in its files until they are swept out, SQLite in its log until that is written back. */
async function forgetDeletedRows(db: Db): Promise<void> {
  if (isPostgres(db)) await db.raw('vacuum (full) roll_entries, roll_words')
  else await db.raw('pragma wal_checkpoint(truncate)')
}

export async function findErasure(db: Db, electionId: number): Promise<RollErasureRow | undefined> {
  return db('roll_erasures').where({ election_id: electionId }).first()
}
