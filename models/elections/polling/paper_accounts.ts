import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import type { PaperAccountRow } from './tables.ts'

/** The newest account counts, since a correction is a new one. */
export async function findPaperAccount(db: Db, electionId: ElectionId): Promise<PaperAccountRow | undefined> {
  return db('paper_accounts').where({ election_id: electionId }).orderBy('id', 'desc').first()
}
