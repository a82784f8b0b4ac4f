import { day, dropInsertOnly, insertOnly, oneOf, type Schema } from './guards.ts'

/** What became of an incident that waited for a second signature. It has one answer, and that is written once. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('incident_answers', (table) => {
    table.integer('incident_id').primary().references('election_incidents.id')
    table.integer('election_id').notNullable().references('elections.id')
    oneOf(table, 'answer', ['signed', 'refused', 'withdrawn']).notNullable()
    table.text('reason')
    table.integer('account_id').notNullable().references('accounts.id')
    table.text('answered_by').notNullable()
    day(table, 'answered_on').notNullable()
    table.check(`answer <> 'refused' or reason is not null`, [], 'incident_answers_reason')
  })
  await insertOnly(knex, 'incident_answers')
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('incident_answers')
  await dropInsertOnly(knex, 'incident_answers')
}
