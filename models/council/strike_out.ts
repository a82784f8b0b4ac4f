import type { Tables } from 'knex/types/tables.js'
import type { IsoDate } from '../core/dates.ts'
import type { Trx } from '../core/db.ts'
import { Conflict } from '../core/errors.ts'
import { standing } from './in_office.ts'

/** The row is kept and counts nowhere from then on. Throws Conflict when it is struck out already. */
export async function strikeOut<Table extends 'memberships' | 'officeholdings'>(
  trx: Trx,
  table: Table,
  id: Tables[Table]['id'],
  today: IsoDate,
): Promise<void> {
  const struck = await trx<{ id: Tables[Table]['id']; voided_on: IsoDate | null }>(table)
    .where({ id })
    .where(standing(table))
    .update({ voided_on: today })
  if (struck !== 1) throw new Conflict('register_changed')
}
