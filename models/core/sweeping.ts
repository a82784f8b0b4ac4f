import { promisify } from 'node:util'
import { BUSY_TIMEOUT_MS, isPostgres, setPragmas, type Db, type SqliteConnection, type Trx } from './db.ts'

/**
 * Puts deleted and earlier rows out of reach, which PostgreSQL keeps in its files and SQLite in its log. No transaction,
 * and it can be done again after a fault. A full vacuum is not enough on PostgreSQL: while any database of the same
 * server is being written to, it takes rows that were deleted meanwhile over into the new file.
 */
export async function sweepOut(db: Db, tables: readonly string[]): Promise<void> {
  if (!isPostgres(db)) {
    if (!(await emptyLog(db))) throw new LogInUse()
    return
  }
  for (const table of tables) await db.transaction((trx) => rewrite(trx, table))
  await endLog(db)
}

/** Like `sweepOut`, and no row lies where it was first written: all are laid down in the order of their keys. */
export async function layAnew(
  db: Db,
  tables: readonly string[],
  onProgress?: (done: number) => void,
): Promise<void> {
  if (!isPostgres(db)) {
    await sweepOut(db, tables)
    // Writes the whole file anew, through the log.
    await db.raw('vacuum')
    await sweepOut(db, tables)
    return
  }
  for (const [index, table] of tables.entries()) {
    await db.transaction(async (trx) => {
      await sortByKey(trx, table)
      await rewrite(trx, table)
    })
    onProgress?.(index + 1)
  }
  await endLog(db)
}

/** The act is done, and only its traces are left: sweeping again takes them away. */
export class LogInUse extends Error {
  constructor() {
    super('another process reads the database, so its log could not be emptied')
  }
}

/** After a write whose turn nobody may see in SQLite's log. While another process reads, the next write empties it. */
export async function emptyLogSoon(db: Db): Promise<void> {
  if (isPostgres(db)) return
  await onConnection(db, async (connection) => {
    const pragmas = promisify(setPragmas)
    try {
      await pragmas(connection, ['busy_timeout = 0', 'wal_checkpoint(truncate)', PATIENT])
    } catch (error) {
      // What comes after a fault is not run.
      await pragmas(connection, [PATIENT])
      throw error
    }
  })
}

const PATIENT = `busy_timeout = ${BUSY_TIMEOUT_MS}`

/** Waits some seconds for another process that reads the database, and returns false when it goes on reading. */
async function emptyLog(db: Db): Promise<boolean> {
  return onConnection(db, async (connection) => {
    const asked = db.raw<{ busy?: number }[]>('pragma wal_checkpoint(truncate)')
    const [row] = await asked.connection(connection)
    return row?.busy === 0
  })
}

async function onConnection<T>(db: Db, use: (connection: SqliteConnection) => Promise<T>): Promise<T> {
  const client = db.client as Connections
  const connection = await client.acquireConnection()
  try {
    return await use(connection)
  } finally {
    await client.releaseConnection(connection)
  }
}

interface Connections {
  acquireConnection(): Promise<SqliteConnection>
  releaseConnection(connection: SqliteConnection): Promise<void>
}

/** Ends the segment of PostgreSQL's log, so that the server may take it back. Only those who run the server may ask. */
async function endLog(db: Db): Promise<void> {
  for (const ask of ['select pg_switch_wal()', 'checkpoint']) {
    await db.raw(ask).catch((error: unknown) => {
      if ((error as { code?: string }).code !== '42501') throw error
    })
  }
}

async function sortByKey(trx: Trx, table: string): Promise<void> {
  const { rows } = await trx.raw<{ rows: { key: string }[] }>(
    `select c.relname as key from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = ?::regclass and i.indisprimary`,
    [table],
  )
  for (const { key } of rows) await trx.raw('cluster ?? using ??', [table, key])
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

/** A column that no key points at, no view shows and no other table hands down: the server changes no other. */
async function freeColumn(trx: Trx, table: string): Promise<Column | undefined> {
  const { rows } = await trx.raw<{ rows: Column[] }>(
    `select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
     where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
       and a.attinhcount = 0
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

/**
 * Takes the rows out and puts them back in the order of their first column. The guards have let them in once. What lies in
 * tables that are a part of this one comes back into it with the others, or stays where it is when it is refilled `alone`.
 */
export async function refill(trx: Trx, table: string, { alone = false } = {}): Promise<void> {
  const only = alone ? 'only' : ''
  await trx.raw(`lock table ${only} ?? in access exclusive mode`, [table])
  const all = alone ? [table] : [table, ...(await partsOf(trx, table))]
  await trx.raw(`create temp table rows_of_a_table on commit drop as select * from ${only} ??`, [table])
  for (const one of all) await trx.raw('alter table ?? disable trigger user', [one])
  await trx.raw(`truncate ${only} ??`, [table])
  await trx.raw('insert into ?? overriding system value select * from rows_of_a_table order by 1', [table])
  for (const one of all) await trx.raw('alter table ?? enable trigger user', [one])
}

async function partsOf(trx: Trx, table: string): Promise<string[]> {
  return trx('pg_inherits')
    .join('pg_class', 'pg_class.oid', 'pg_inherits.inhrelid')
    .whereRaw('inhparent = ?::regclass', [table])
    .pluck<string[]>('relname')
}
