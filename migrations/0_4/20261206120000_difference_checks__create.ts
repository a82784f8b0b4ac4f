import { count, day, dropInsertOnly, insertOnly, type Schema } from './guards.ts'

/** What was looked for when two counts of the papers differed, and what was found. Written once. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('difference_checks', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    // The round whose two sheets differ.
    count(table, 'round').notNullable()
    // JSON: each thing that was looked for, and whether it was found.
    table.text('answers').notNullable()
    table.text('note')
    table.text('checked_by').notNullable()
    day(table, 'checked_on').notNullable()
    table.unique(['election_id', 'round'])
  })
  await insertOnly(knex, 'difference_checks')
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('difference_checks')
  await dropInsertOnly(knex, 'difference_checks')
}
