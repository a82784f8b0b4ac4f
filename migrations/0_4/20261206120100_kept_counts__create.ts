import { count, day, dropInsertOnly, insertOnly, type Schema } from './guards.ts'

/** The decision to keep one of two counts that differ, and to send only the other one back. Written once. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('kept_counts', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    // The round in which the two differed.
    count(table, 'round').notNullable()
    // The sheet of it that is kept.
    table.integer('count_id').notNullable().references('counts.id')
    table.text('reason').notNullable()
    table.text('decided_by').notNullable()
    day(table, 'decided_on').notNullable()
    table.unique(['election_id', 'round'])
  })
  await insertOnly(knex, 'kept_counts')
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('kept_counts')
  await dropInsertOnly(knex, 'kept_counts')
}
