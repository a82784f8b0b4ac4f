import type { Tables } from 'knex/types/tables.js'
import type { Db } from './db.ts'

/** The tables whose rows have a number of their own, given by the database. */
type Numbered = { [T in keyof Tables]: Tables[T] extends { id: number } ? T : never }[keyof Tables]

/** A row without its id. Columns that can be empty may be left out; a new column that cannot does not compile. */
type NewRow<Row> = Pick<Row, Exclude<keyof Row, 'id' | Nullable<Row>>> & Partial<Pick<Row, Nullable<Row>>>

type Nullable<Row> = { [K in keyof Row]: null extends Row[K] ? K : never }[keyof Row]

/** Writes one row and returns the id that the database gave it, on either engine. */
export async function insertOne<T extends Numbered>(
  db: Db,
  table: T,
  row: NewRow<Tables[T]>,
): Promise<Tables[T]['id']> {
  const rows = db<{ id: Tables[T]['id'] }>(table as string)
  const [made] = await rows.insert(row as object).returning('id')
  if (made === undefined) throw new Error(`nothing was written in ${table}`)
  return made.id
}
