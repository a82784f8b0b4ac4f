import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Tables } from 'knex/types/tables.js'
import type { Trx } from '../../core/db.ts'

/** Stays below every engine's limit of values in one statement. */
const BATCH = 500

type Table =
  | 'memberships'
  | 'officeholdings'
  | 'people'
  | 'terms'
  | 'imported_memberships'
  | 'imported_people'
  | 'imported_terms'

/** Returns never for a table without ids. */
type Given<T extends Table> = Tables[T] extends { id: infer Known extends number } ? Known : never

/** Reports after each batch. Returns the ids in the order of the rows, for tables that have ids. */
export async function insertInBatches<T extends Table>(
  trx: Trx,
  table: T,
  rows: readonly Partial<Tables[T]>[],
  report?: (rows: number) => Promise<void>,
): Promise<Given<T>[]> {
  const ids: Given<T>[] = []
  const name: string = table
  const keyed = !table.startsWith('imported_')
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH)
    const insert = trx<{ id: Given<T> }>(name).insert(batch)
    if (keyed) {
      const made = await insert.returning('id')
      // Ids are given out in the order of the rows, but may come back in another.
      ids.push(...made.map(({ id }) => id).sort((a, b) => a - b))
    } else {
      await insert
    }
    await report?.(batch.length)
    // A driver that works synchronously would make every other request wait for the whole import.
    await nextTurn()
  }
  return ids
}
