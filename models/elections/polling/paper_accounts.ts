import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import type { PaperAccountRow } from './tables.ts'

/** `from_tablet`: how many ballots of a tablet were printed and lie among the papers; left out when none do. */
export type PaperAccount = PaperAccountRow & { from_tablet?: number }

/** The newest account counts, since a correction is a new one. */
export async function findPaperAccount(db: Db, electionId: ElectionId): Promise<PaperAccount | undefined> {
  const account = await db('paper_accounts').where({ election_id: electionId }).orderBy('id', 'desc').first()
  const mix = account && (await db('box_mixes').where({ election_id: electionId }).first('sheets'))
  return mix ? { ...account, from_tablet: mix.sheets } : account
}
