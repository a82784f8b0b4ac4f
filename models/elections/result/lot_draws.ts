import type { Db } from '../../core/db.ts'
import type { DrawRow, LotDrawRow, LotRow } from './tables.ts'

export type LotDraw = Pick<DrawRow, 'commitment' | 'seed' | 'prepared_by' | 'prepared_on'> &
  Pick<LotDrawRow, 'words'>

/** Returns undefined when people drew. A lot that a recount took over has the draw of its first one. */
export async function findLotDraw(db: Db, lot: LotRow): Promise<LotDraw | undefined> {
  const { election_id, about, among, chosen } = lot
  const found = await db('lot_draws')
    .join('draws', 'draws.id', 'lot_draws.draw_id')
    .join('lots', 'lots.id', 'lot_draws.lot_id')
    .where('lots.election_id', election_id)
    .where('lots.about', about)
    .where('lots.among', among)
    .where('lots.chosen', chosen)
    .where('lots.method', lot.method)
    .orderBy('lots.id', 'desc')
    .first<(LotDraw & { said: LotDrawRow['seed'] }) | undefined>(
      'draws.commitment',
      'draws.seed',
      'draws.prepared_by',
      'draws.prepared_on',
      'lot_draws.words',
      'lot_draws.seed as said',
    )
  if (!found) return undefined
  const { said, ...draw } = found
  return { ...draw, seed: said ?? draw.seed }
}
