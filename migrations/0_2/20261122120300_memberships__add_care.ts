import { day, dropInsertOnly, insertOnly, oneOf, type Schema } from './guards.ts'

const INSERT_ONLY = ['ground_flags', 'ground_flag_closings', 'chair_items']

/** What is known of a member without changing anything: a reason that is kept private, a lost ground, an item for a meeting. */
export async function up(knex: Schema): Promise<void> {
  // By hand: the builder would rebuild the table on SQLite, and everything that hangs on it with it.
  await knex.raw(`alter table memberships add column end_private integer not null default 0
    check (end_private in (0, 1))`)
  await knex.schema.createTable('ground_flags', (table) => {
    table.increments('id')
    table.integer('membership_id').notNullable().references('memberships.id').index()
    oneOf(table, 'lost', ['residence', 'activity']).notNullable()
    day(table, 'learned_on').notNullable()
    table.text('note')
    table.text('recorded_by').notNullable()
  })
  await knex.schema.createTable('ground_flag_closings', (table) => {
    table.integer('flag_id').notNullable().references('ground_flags.id').primary()
    day(table, 'closed_on').notNullable()
    table.text('note').notNullable()
    table.text('recorded_by').notNullable()
  })
  // The choice of a new chair, put on the agenda of a meeting because this one left.
  await knex.schema.createTable('chair_items', (table) => {
    table.integer('officeholding_id').notNullable().references('officeholdings.id').primary()
    table.integer('meeting_id').notNullable().references('meetings.id').index()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
  })
  for (const table of INSERT_ONLY) await insertOnly(knex, table)
}

export async function down(knex: Schema): Promise<void> {
  for (const table of [...INSERT_ONLY].reverse()) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
  await knex.raw('alter table memberships drop column end_private')
}
