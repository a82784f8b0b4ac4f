import type { Tables } from 'knex/types/tables.js'
import type { Db } from './db.ts'

type Numbered = { [T in keyof Tables]: Tables[T] extends { id: number } ? T : never }[keyof Tables]

/** Nullable columns may be left out. A new column that is not nullable does not compile until it is given. */
type NewRow<Row> = Pick<Row, Exclude<keyof Row, 'id' | Nullable<Row>>> & Partial<Pick<Row, Nullable<Row>>>

type Nullable<Row> = { [K in keyof Row]: null extends Row[K] ? K : never }[keyof Row]

/** Returns the id that the database gave. */
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
