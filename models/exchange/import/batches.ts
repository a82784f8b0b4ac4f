import { setImmediate as others } from 'node:timers/promises'
import type { Tables } from 'knex/types/tables.js'
import type { Trx } from '../../core/db.ts'

/** Few enough that no engine runs out of places for values. */
const BATCH = 500

type Table =
  | 'memberships'
  | 'officeholdings'
  | 'people'
  | 'terms'
  | 'imported_memberships'
  | 'imported_people'
  | 'imported_terms'

/**
 * Inserts rows some hundreds at a time, and tells of each lot. Returns their ids in the order of the rows, where the table
 * has them.
 */
export async function insertInBatches<T extends Table>(
  trx: Trx,
  table: T,
  rows: readonly Partial<Tables[T]>[],
  tell?: (rows: number) => Promise<void>,
): Promise<number[]> {
  const ids: number[] = []
  const name: string = table
  const keyed = !table.startsWith('imported_')
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH)
    const insert = trx<{ id: number }>(name).insert(batch)
    if (keyed) {
      const made = await insert.returning('id')
      // Ids are given out in the order of the rows, but may come back in another.
      ids.push(...made.map(({ id }) => id).sort((a, b) => a - b))
    } else {
      await insert
    }
    await tell?.(batch.length)
    // When the driver works at once, all others would wait for all of it.
    await others()
  }
  return ids
}
