import { isPostgres, type Db, type Trx } from './db.ts'

/**
 * Puts deleted and earlier rows out of reach, which PostgreSQL keeps in its files and SQLite in its log. No transaction,
 * and it can be done again after a fault. A full vacuum is not enough on PostgreSQL: while any database of the same
 * server is being written to, it takes rows that were deleted meanwhile over into the new file.
 */
export async function sweepOut(db: Db, tables: readonly string[]): Promise<void> {
  if (!isPostgres(db)) {
    await db.raw('pragma wal_checkpoint(truncate)')
    return
  }
  for (const table of tables) await db.transaction((trx) => rewrite(trx, table))
}

interface Column {
  name: string
  type: 'text' | 'integer' | 'date'
}

/** Another type for a column makes the table anew from the rows that are there, and those alone. The type stays the same. */
async function rewrite(trx: Trx, table: string): Promise<void> {
  const column = await freeColumn(trx, table)
  if (!column) {
    await refill(trx, table)
    return
  }
  const { name, type } = column
  // The server looks at the words alone: a value that is worked out could be another.
  const same = type === 'text' ? `?? || ''` : '?? + 0'
  await trx.raw(`alter table ?? alter column ?? type ${type} using ${same}`, [table, name, name])
}

/** A column that no key points at and no view shows: the server changes no other. */
async function freeColumn(trx: Trx, table: string): Promise<Column | undefined> {
  const { rows } = await trx.raw<{ rows: Column[] }>(
    `select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
     where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
       and a.atttypid in ('text'::regtype, 'integer'::regtype, 'date'::regtype)
       and not exists (select 1 from pg_depend d where d.refobjid = a.attrelid and d.refobjsubid = a.attnum
         and d.classid = 'pg_rewrite'::regclass)
       and not exists (select 1 from pg_constraint c where c.contype = 'f'
         and (c.conrelid = a.attrelid and a.attnum = any(c.conkey) or c.confrelid = a.attrelid and a.attnum = any(c.confkey)))
     order by a.atttypid = 'text'::regtype desc, a.attnum limit 1`,
    [table],
  )
  return rows[0]
}

/** Takes the rows out and puts them back in the order of their first column. The guards have let them in once. */
async function refill(trx: Trx, table: string): Promise<void> {
  await trx.raw('lock table ?? in access exclusive mode', [table])
  await trx.raw('create temp table rows_of_a_table on commit drop as select * from ??', [table])
  await trx.raw('alter table ?? disable trigger user', [table])
  await trx.raw('truncate ??', [table])
  await trx.raw('insert into ?? overriding system value select * from rows_of_a_table order by 1', [table])
  await trx.raw('alter table ?? enable trigger user', [table])
}
