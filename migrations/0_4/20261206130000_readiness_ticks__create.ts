import { count, day, dropInsertOnly, insertOnly, type Schema } from './guards.ts'

/** What people have looked at before a polling day. Written once: the newest row of a line and a place holds. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('readiness_ticks', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    table.text('line').notNullable()
    // As the sitting names it: null for what is the same at every place.
    table.text('place')
    // 0 where a tick was taken away.
    count(table, 'done').notNullable()
    count(table, 'list_version').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
    table.text('recorded_at').notNullable()
    table.check('done <= 1')
  })
  await insertOnly(knex, 'readiness_ticks')
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('readiness_ticks')
  await dropInsertOnly(knex, 'readiness_ticks')
}
