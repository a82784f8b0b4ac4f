import { randomBytes } from 'node:crypto'
import { isPostgres, type Db, type Trx } from '../../../core/db.ts'
import type { ElectionId } from '../../../core/ids.ts'
import { layAnew, LogInUse, refill, sweepOut } from '../../../core/sweeping.ts'
import { codesHash } from '../codes.ts'
import { holdBox } from '../mixing.ts'
import type { Sealed } from '../sealing.ts'
import type { EnvelopeRow } from '../tables.ts'

/**
 * Adds a sealed paper under a random key and lays all down in the order of their keys, so that none is seen to be the last.
 * While a backup keeps the table, the paper goes in all the same: no other act waits for it, and the next paper or the end of
 * the entering lays it down in its order.
 */
export async function layInBox(trx: Trx, election_id: ElectionId, { sealed, code }: Sealed): Promise<void> {
  const row: EnvelopeRow = { id: randomBytes(16).toString('hex'), election_id, sealed, code }
  if (isPostgres(trx)) {
    const isHeld = await holdBox(trx, 'entered_papers')
    await trx('entered_papers').insert(row)
    if (isHeld) await refill(trx, 'entered_papers')
    return
  }
  const all = [...(await trx('entered_papers').where({ election_id })), row]
  await trx('entered_papers').where({ election_id }).delete()
  await trx('entered_papers').insert(all.sort((a, b) => (a.id < b.id ? -1 : 1)))
}

/** How many there are, and the hash of their codes. */
export async function enteredIn(
  db: Db,
  electionId: ElectionId,
): Promise<{ papers: number; codes_hash: string }> {
  const codes = await db('entered_papers').where({ election_id: electionId }).pluck<string[]>('code')
  return { papers: codes.length, codes_hash: codesHash(codes) }
}

/**
 * So that nothing that was taken out is left in the files, and no paper lies where it was put in last. Somebody else who reads
 * the database leaves it to the next sweep.
 */
export async function sweepEntry(db: Db): Promise<void> {
  const tidy = isPostgres(db) ? layAnew : sweepOut
  await tidy(db, ['entered_papers', 'paper_entry_turns']).catch((error: unknown) => {
    if (!(error instanceof LogInUse)) throw error
  })
}
