import { day, dropInsertOnly, insertOnly, oneOf, type Schema } from './guards.ts'

const INSERT_ONLY = ['nomination_bodies', 'nomination_answers', 'appointments', 'nomination_closings']

export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('nominations', (table) => {
    table.increments('id')
    table.integer('seat_id').notNullable().references('seats.id').index()
    table.integer('term_id').notNullable().references('terms.id')
    // The organisation that is asked, where each of the area's organisations nominates one member.
    table.integer('body_id').references('bodies.id')
    oneOf(table, 'status', ['open', 'appointed', 'closed']).notNullable()
    table.integer('statutes_version_id').notNullable().references('statutes_versions.id')
    day(table, 'asked_on').notNullable()
    day(table, 'answer_by').notNullable()
    table.check('answer_by >= asked_on', [], 'nominations_deadline_after_request')
  })
  await knex.raw(
    "create unique index nominations_one_open on nominations (seat_id, term_id) where status = 'open'",
  )
  // Who was asked, for good: an organisation that ends later was asked all the same. Where a successor is asked
  // instead of an organisation of the area that has ended, the reason says why.
  await knex.schema.createTable('nomination_bodies', (table) => {
    table.integer('nomination_id').notNullable().references('nominations.id')
    table.integer('body_id').notNullable().references('bodies.id')
    table.text('successor_reason')
    table.primary(['nomination_id', 'body_id'])
  })
  // An organisation's answer. A changed mind is a new row; the newest counts.
  await knex.schema.createTable('nomination_answers', (table) => {
    table.increments('id')
    table.integer('nomination_id').notNullable().references('nominations.id').index()
    table.integer('body_id').notNullable().references('bodies.id')
    table.integer('person_id').notNullable().references('people.id')
    day(table, 'answered_on').notNullable()
    table.text('given_by').notNullable()
    table.text('recorded_by').notNullable()
  })
  await knex.schema.createTable('appointments', (table) => {
    table.increments('id')
    // One appointment for each nomination: two secretaries at once, or a second click, cannot seat two people.
    table.integer('nomination_id').notNullable().references('nominations.id').unique()
    table.integer('person_id').notNullable().references('people.id')
    table.text('appointing_body').notNullable()
    day(table, 'decided_on').notNullable()
    table.text('case_number')
    oneOf(table, 'eligible_as', ['resident', 'active']).notNullable()
    table.text('note')
    table.text('recorded_by').notNullable()
  })
  await knex.schema.createTable('nomination_closings', (table) => {
    table.integer('nomination_id').notNullable().references('nominations.id').primary()
    day(table, 'closed_on').notNullable()
    table.text('reason').notNullable()
    table.text('recorded_by').notNullable()
  })
  for (const table of INSERT_ONLY) await insertOnly(knex, table)
}

export async function down(knex: Schema): Promise<void> {
  for (const table of [...INSERT_ONLY].reverse()) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
  await knex.schema.dropTable('nominations')
}
