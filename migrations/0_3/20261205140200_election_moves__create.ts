import { count, day, dropInsertOnly, insertOnly, type Schema } from './guards.ts'

/** A polling day that was moved after people had been told of it, and why. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('election_moves', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    day(table, 'was').notNullable()
    day(table, 'polling_on').notNullable()
    table.text('reason').notNullable()
    // The list from then on: papers with the old day are void.
    count(table, 'list_version').notNullable()
    table.text('moved_by').notNullable()
    day(table, 'moved_on').notNullable()
    table.check('was <> polling_on', [], 'election_moves_another_day')
  })
  await insertOnly(knex, 'election_moves')
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('election_moves')
  await dropInsertOnly(knex, 'election_moves')
}
