import { day, dropInsertOnly, insertOnly, type Schema } from './guards.ts'

const TABLES = ['lot_calls', 'lot_confirmations']

/** Who of the electoral board was on the telephone while others drew a lot, and when they said so themselves. Written once. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('lot_calls', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    table.integer('lot_id').notNullable().references('lots.id')
    table.integer('account_id').notNullable().references('accounts.id')
    table.text('member').notNullable()
    day(table, 'called_on').notNullable()
    table.unique(['lot_id', 'account_id'])
  })
  await knex.schema.createTable('lot_confirmations', (table) => {
    table.integer('lot_call_id').primary().references('lot_calls.id')
    day(table, 'confirmed_on').notNullable()
  })
  for (const table of TABLES) await insertOnly(knex, table)
}

export async function down(knex: Schema): Promise<void> {
  for (const table of [...TABLES].reverse()) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
}
