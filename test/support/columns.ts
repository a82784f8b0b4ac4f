import type { Db } from '../../models/core/db.ts'
import { isPostgres } from '../../models/core/db.ts'

export interface Column {
  table: string
  column: string
  type: string
  to: string | null
}

/** Every column of our tables, with the table that it points at, as the database itself has it. */
export async function columnsIn(db: Db): Promise<Column[]> {
  const columns = isPostgres(db) ? await postgresColumns(db) : await sqliteColumns(db)
  return columns.filter(({ table }) => !/^(knex|sqlite)_/.test(table))
}

async function sqliteColumns(db: Db): Promise<Column[]> {
  return db.raw<Column[]>(`
    select m.name as "table", c.name as "column", lower(c.type) as type, f."table" as "to"
      from sqlite_master m join pragma_table_info(m.name) c
      left join pragma_foreign_key_list(m.name) f on f."from" = c.name
      where m.type = 'table'`)
}

async function postgresColumns(db: Db): Promise<Column[]> {
  const { rows } = await db.raw<{ rows: Column[] }>(`
    select table_name as "table", c.column_name as "column", c.data_type as type, confrelid::regclass::text as "to"
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      left join pg_attribute a on a.attrelid = to_regclass(quote_ident(table_name)) and a.attname = c.column_name
      left join pg_constraint k on k.contype = 'f' and k.conrelid = a.attrelid and a.attnum = any (k.conkey)
      where table_schema = 'public' and t.table_type = 'BASE TABLE'`)
  return rows
}
