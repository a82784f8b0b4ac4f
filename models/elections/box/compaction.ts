import { act, type By } from '../../core/audit.ts'
import { isPostgres, isTaken, type Db } from '../../core/db.ts'
import { sweepOut } from '../../core/sweeping.ts'
import type { ElectionId } from '../../core/ids.ts'
import { subjectOf } from '../elections.ts'

/** Casting and opening leave traces in the files of these tables that are no longer rows. */
const TOUCHED = ['envelopes', 'ballots', 'box_codes', 'booths'] as const

/** Leaves no sealed ballot and no order in the files. No transaction: it can be done again after a fault. */
export async function compactBox(db: Db, by: By, electionId: ElectionId): Promise<void> {
  await rewriteFiles(db)
  try {
    await act(db, by, async (trx) => {
      await trx('box_compactions').insert({ election_id: electionId, done_on: by.clock.today() })
      const subject = subjectOf({ id: electionId })
      return { action: 'election.box_compacted', subject, details: {}, result: null }
    })
  } catch (error) {
    // Another process did the same at the same time.
    if (!isTaken(error)) throw error
  }
}

/** Clears up after boxes that a stopped server opened. Returns their elections. */
export async function finishCompactions(db: Db, by: By): Promise<ElectionId[]> {
  const left = await db('box_openings')
    .leftJoin('box_compactions', 'box_compactions.election_id', 'box_openings.election_id')
    .whereNull('box_compactions.election_id')
    .pluck<ElectionId[]>('box_openings.election_id')
  for (const id of left) await compactBox(db, by, id)
  return left
}

async function rewriteFiles(db: Db): Promise<void> {
  if (isPostgres(db)) await rewritePostgres(db)
  else await rewriteSqlite(db)
}

async function rewritePostgres(db: Db): Promise<void> {
  await sweepOut(db, TOUCHED)
  // A checkpoint lets the server recycle its log sooner; only those who run the server have the privilege.
  await db.raw('checkpoint').catch((error: unknown) => {
    if ((error as { code?: string }).code !== '42501') throw error
  })
}

/** The vacuum writes the file anew in the order of its keys, through the log. */
async function rewriteSqlite(db: Db): Promise<void> {
  await emptyLog(db)
  await db.raw('vacuum')
  await emptyLog(db)
}

async function emptyLog(db: Db): Promise<void> {
  const [row] = await db.raw<{ busy: number }[]>('pragma wal_checkpoint(truncate)')
  if (row?.busy) throw new Error('another process reads the database, so its log could not be emptied')
}
