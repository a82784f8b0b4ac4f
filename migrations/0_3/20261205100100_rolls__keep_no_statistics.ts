import { onPostgres, type Schema } from './guards.ts'

/** Columns with names of voters. */
const NAMES = [
  ['roll_entries', 'name', ''],
  ['roll_entries', 'note', ''],
  ['roll_words', 'word', ' collate "C"'],
] as const

/**
 * PostgreSQL keeps the commonest values of a column in its statistics, also when their rows are gone. Columns with
 * names get none, and the change of type takes away those that there are.
 */
export async function up(knex: Schema): Promise<void> {
  if (!onPostgres(knex)) return
  for (const [table, column, collation] of NAMES) {
    await knex.raw(`alter table ${table} alter column ${column} type text${collation} using ${column} || ''`)
    await knex.raw(`alter table ${table} alter column ${column} set statistics 0`)
  }
}

export async function down(knex: Schema): Promise<void> {
  if (!onPostgres(knex)) return
  for (const [table, column] of NAMES)
    await knex.raw(`alter table ${table} alter column ${column} set statistics -1`)
}
