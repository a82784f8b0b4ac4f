import { day, dropInsertOnly, insertOnly, oneOf, type Schema } from './guards.ts'

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
  for (const table of ['nomination_answers', 'appointments']) await insertOnly(knex, table)
}

export async function down(knex: Schema): Promise<void> {
  for (const table of ['appointments', 'nomination_answers']) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
  await knex.schema.dropTable('nominations')
}
