import type { Db } from '../../models/core/db.ts'
import { onPostgres } from './database.ts'
import { keepFromOthers } from './reuse.ts'

/** Takes the guards of a table away, as a person with the database in their hands could. */
export async function takeGuardsOff(
  db: Db,
  table: 'audit_events' | 'audit_heads' | 'records' | 'count_lines' | 'ballots',
): Promise<void> {
  if (onPostgres) {
    keepFromOthers(db)
    await db.raw('alter table ?? disable trigger user', [table])
    return
  }
  const triggers = await db('sqlite_master')
    .where({ type: 'trigger', tbl_name: table })
    .pluck<string[]>('name')
  for (const trigger of triggers) await db.raw('drop trigger ??', [trigger])
}
