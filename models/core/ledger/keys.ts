import { isPostgres, type Db } from '../db.ts'

export type Row = Readonly<Record<string, unknown>>
export type KeyColumns = ReadonlyMap<string, readonly string[]>

const known = new WeakMap<Db, Promise<KeyColumns>>()

/** The primary key of each table, looked up once for each database. */
export function keyColumnsOf(db: Db, trx: Db = db): Promise<KeyColumns> {
  const found = known.get(db) ?? loadKeys(trx)
  known.set(db, found)
  found.catch(() => known.delete(db))
  return found
}

interface KeyColumn {
  table_name: string
  column_name: string
}

async function loadKeys(db: Db): Promise<KeyColumns> {
  const rows = isPostgres(db)
    ? (await db.raw<{ rows: KeyColumn[] }>(POSTGRES)).rows
    : await db.raw<KeyColumn[]>(SQLITE)
  const keys = new Map<string, string[]>()
  for (const { table_name, column_name } of rows)
    keys.set(table_name, [...(keys.get(table_name) ?? []), column_name])
  return keys
}

const SQLITE = `select m.name as table_name, c.name as column_name from sqlite_master m, pragma_table_info(m.name) c
  where m.type = 'table' and c.pk > 0 order by m.name, c.pk`

const POSTGRES = `select c.relname as table_name, a.attname as column_name from pg_class c
  join pg_index i on i.indrelid = c.oid and i.indisprimary
  cross join lateral unnest(i.indkey) with ordinality as part(attnum, place)
  join pg_attribute a on a.attrelid = c.oid and a.attnum = part.attnum
  where c.relnamespace = current_schema()::regnamespace order by c.relname, part.place`

export function keyOf(columns: readonly string[], row: Row): string {
  return columns.map((column) => encodeURIComponent(String(row[column]))).join('/')
}
