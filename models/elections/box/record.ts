import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import type { AtOpening } from './opening.ts'
import type { BoxLossRow, BoxOpeningRow } from './tables.ts'

/** `compacted`: the files have been cleared up after the opening. */
export async function findOpenedBox(
  db: Db,
  electionId: ElectionId,
): Promise<{ opening: BoxOpeningRow | null; compacted: boolean; typed: AtOpening[] }> {
  const opening = await db('box_openings').where({ election_id: electionId }).first()
  const compaction = await db('box_compactions').where({ election_id: electionId }).first('election_id')
  const typed = await listTyped(db, electionId)
  return { opening: opening ?? null, compacted: compaction !== undefined, typed }
}

/** Who typed which slip, in their order; empty for an opening that was not written down by person. */
export async function listTyped(db: Db, electionId: ElectionId): Promise<AtOpening[]> {
  return db('box_opening_slips')
    .where({ election_id: electionId })
    .orderBy('place')
    .select('typed_by', 'number', 'holder', 'became')
}

export async function findBoxLoss(db: Db, electionId: ElectionId): Promise<BoxLossRow | undefined> {
  return db('box_losses').where({ election_id: electionId }).first()
}
