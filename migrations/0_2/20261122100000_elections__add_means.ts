import { count, day, dropInsertOnly, insertOnly, type Schema } from './guards.ts'

/** How people vote, the hours beyond the first, and which election a rerun replaces. */
export async function up(knex: Schema): Promise<void> {
  // By hand: the builder would rebuild the table on SQLite, and everything that hangs on it with it.
  await knex.raw(`alter table elections add column means text not null default 'paper'
    check (means in ('paper', 'booth', 'both'))`)
  // All the times at which one can vote, where there is more than one; the box is sealed in between.
  await knex.schema.createTable('polling_sittings', (table) => {
    table.integer('election_id').notNullable().references('elections.id')
    count(table, 'number').notNullable()
    day(table, 'held_on').notNullable()
    table.text('opens_at').notNullable()
    table.text('closes_at').notNullable()
    table.text('place').notNullable()
    table.primary(['election_id', 'number'])
    table.check('opens_at < closes_at', [], 'polling_sittings_hours')
  })
  await knex.schema.createTable('reruns', (table) => {
    table.integer('election_id').primary().references('elections.id')
    table.integer('rerun_of').notNullable().unique().references('elections.id')
    table.check('election_id <> rerun_of', [], 'reruns_of_another')
  })
  await insertOnly(knex, 'reruns')
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('reruns')
  await dropInsertOnly(knex, 'reruns')
  await knex.schema.dropTable('polling_sittings')
  await knex.raw('alter table elections drop column means')
}
