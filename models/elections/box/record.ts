import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import type { BoxOpeningRow } from './tables.ts'

/** `compacted`: the files have been cleared up after the opening. */
export async function findOpenedBox(
  db: Db,
  electionId: ElectionId,
): Promise<{ opening: BoxOpeningRow | null; compacted: boolean }> {
  const opening = await db('box_openings').where({ election_id: electionId }).first()
  const compaction = await db('box_compactions').where({ election_id: electionId }).first('election_id')
  return { opening: opening ?? null, compacted: compaction !== undefined }
}
