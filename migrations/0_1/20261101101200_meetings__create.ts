import { day, oneOf, type Schema } from './guards.ts'

export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('meetings', (table) => {
    table.increments('id')
    day(table, 'held_on').notNullable().index()
    table.text('starts_at').notNullable()
    table.text('place').notNullable()
    table.text('title').notNullable()
    table.integer('statutes_version_id').notNullable().references('statutes_versions.id')
    // The day it was called, for the notice; not known of meetings from old papers.
    day(table, 'planned_on')
  })
  await knex.schema.createTable('attendances', (table) => {
    table.integer('meeting_id').notNullable().references('meetings.id')
    table.integer('membership_id').notNullable().references('memberships.id')
    oneOf(table, 'status', ['present', 'excused', 'absent', 'left']).notNullable()
    table.primary(['meeting_id', 'membership_id'])
  })
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('attendances')
  await knex.schema.dropTable('meetings')
}
