import { day, type Schema } from './guards.ts'

export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('terms', (table) => {
    table.increments('id')
    day(table, 'starts_on').notNullable().unique()
    day(table, 'ends_on').notNullable()
    day(table, 'municipal_election_on').notNullable()
    table.check('ends_on >= starts_on', [], 'terms_end_after_start')
  })
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('terms')
}
