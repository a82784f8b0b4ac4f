import { act, type By } from '../../core/audit.ts'
import { isTaken, type Db } from '../../core/db.ts'
import { Conflict } from '../../core/errors.ts'
import { layAnew } from '../../core/sweeping.ts'
import type { ElectionId } from '../../core/ids.ts'
import { subjectOf } from '../elections.ts'

/** Casting and opening leave traces in the files of these tables that are no longer rows. */
const TOUCHED = [
  ...(['envelopes', 'entered_papers', 'paper_entry_turns'] as const),
  ...(['ballots', 'box_codes', 'booths'] as const),
]

/** Leaves no sealed ballot and no order in the files. No transaction: it can be done again after a fault. */
export async function compactBox(db: Db, by: By, electionId: ElectionId): Promise<void> {
  if (!(await db('box_openings').where({ election_id: electionId }).first('election_id')))
    throw new Conflict('box_not_opened')
  await layAnew(db, TOUCHED)
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
