import { canonicalJson, sha256 } from '../../models/core/canonical.ts'
import { isPostgres, type Db } from '../../models/core/db.ts'

/** Takes the guards of a table away, or all guards, as a person with the database in their hands could. */
export async function takeGuardsOff(
  db: Db,
  table?: 'audit_events' | 'audit_heads' | 'records' | 'count_lines' | 'ballots' | 'recounts',
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

/** Writes the chain anew from the first line on, as its holder can who has no key. */
export async function linkAnew(db: Db): Promise<void> {
  let [previous_hash, sequence] = ['', 0]
  const hasMarks = await db.schema.hasTable('audit_rows')
  for (const event of await db('audit_events').orderBy('sequence')) {
    const { hash: before, ...line } = event
    sequence += 1
    const moved = { ...line, sequence, previous_hash }
    const hash = sha256(canonicalJson({ ...moved, rows_hash: moved.rows_hash ?? undefined }))
    await db('audit_events')
      .where({ hash: before })
      .update({ ...moved, hash })
    if (hasMarks) await db('audit_rows').where({ sequence: event.sequence }).update({ sequence })
    await db('records').where({ audit_hash: before }).update({ audit_hash: hash, audit_sequence: sequence })
    previous_hash = hash
  }
  await db('audit_heads').where({ id: 1 }).update({ sequence, hash: previous_hash })
}
