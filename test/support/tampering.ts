import { isPostgres, type Db } from '../../models/core/db.ts'

/** Takes the guards of a table away, or all guards, as a person with the database in their hands could. */
export async function takeGuardsOff(
  db: Db,
  table?: 'audit_events' | 'audit_heads' | 'records' | 'count_lines' | 'ballots',
): Promise<void> {
  if (isPostgres(db)) {
    const tables = table
      ? [table]
      : await db('pg_tables').where({ schemaname: 'public' }).pluck<string[]>('tablename')
    for (const one of tables) await db.raw('alter table ?? disable trigger user', [one])
    return
  }
  const triggers = await db('sqlite_master')
    .where({ type: 'trigger', ...(table && { tbl_name: table }) })
    .pluck<string[]>('name')
  for (const trigger of triggers) await db.raw('drop trigger ??', [trigger])
}
