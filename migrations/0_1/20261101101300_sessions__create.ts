import type { Schema } from './guards.ts'

/** The columns that connect-session-knex reads and writes. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('sessions', (table) => {
    table.string('sid').primary()
    table.json('sess').notNullable()
    table.timestamp('expired').notNullable().index()
  })
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('sessions')
}
