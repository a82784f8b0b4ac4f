import type { Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'

/**
 * On PostgreSQL a box is a pile, which is laid down anew with each ballot, and blocks that were taken out of it when it grew
 * too large for that. The pile is the table `envelopes` itself; the blocks lie in `box_mixings`, which is a part of it.
 */
export const MOST_IN_PILE = 2000

/** A block is at least the rest. */
const LEFT_IN_PILE = 1500

/** The elections that have so many ballots in the pile. Boxes that are closed and not yet opened lie there as well. */
export async function tooManyInPile(trx: Trx): Promise<ElectionId[]> {
  return trx('envelopes', { only: true })
    .groupBy('election_id')
    .havingRaw('count(*) > ?', [MOST_IN_PILE])
    .pluck<ElectionId[]>('election_id')
}

/**
 * Draws by lot which ballots stay in the pile, whenever they came: by keys, the lower ones that are left would be those that
 * came later. The others become a block. What is deleted here is gone from the file when the pile is laid down anew.
 */
export async function takeBlocks(trx: Trx, elections: ElectionId[]): Promise<void> {
  const tables = ['envelopes', 'box_mixings']
  for (const table of tables) await trx.raw('alter table ?? disable trigger user', [table])
  await trx.raw(
    `insert into box_mixings select id, election_id, sealed, code from (
       select *, row_number() over (partition by election_id order by gen_random_uuid()) as lot
       from only envelopes where election_id = any(?)) as pile
     where lot > ? order by id`,
    [elections, LEFT_IN_PILE],
  )
  await trx.raw('delete from only envelopes as pile using box_mixings where box_mixings.id = pile.id')
  for (const table of tables) await trx.raw('alter table ?? enable trigger user', [table])
}
