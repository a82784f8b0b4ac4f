import { day, dropInsertOnly, insertOnly, oneOf, type Schema } from './guards.ts'

const INSERT_ONLY = ['nomination_refusals', 'nominee_replies', 'letters']

/** Organisations that name nobody, what the nominees say themselves, and the letters that went out. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('nomination_refusals', (table) => {
    table.increments('id')
    table.integer('nomination_id').notNullable().references('nominations.id').index()
    table.integer('body_id').notNullable().references('bodies.id')
    // The organisation's last answer before this one; one that names somebody later counts again.
    table.integer('after_answer').references('nomination_answers.id')
    day(table, 'answered_on').notNullable()
    table.text('given_by').notNullable()
    table.text('note')
    table.text('recorded_by').notNullable()
  })
  await knex.schema.createTable('nominee_replies', (table) => {
    table.increments('id')
    table.integer('nomination_id').notNullable().references('nominations.id').index()
    table.integer('person_id').notNullable().references('people.id')
    oneOf(table, 'reply', ['yes', 'no']).notNullable()
    day(table, 'replied_on').notNullable()
    table.text('recorded_by').notNullable()
  })
  await knex.schema.createTable('letters', (table) => {
    table.increments('id')
    table.integer('nomination_id').notNullable().references('nominations.id').index()
    oneOf(table, 'kind', ['request', 'reminder', 'appointment']).notNullable()
    // The organisation that is written to; none for the letter to whoever is appointed.
    table.integer('body_id').references('bodies.id')
    oneOf(table, 'sent_by_way_of', ['paper', 'email']).notNullable()
    day(table, 'sent_on').notNullable()
    table.text('recorded_by').notNullable()
    table.check("(kind = 'appointment') = (body_id is null)", [], 'letters_addressed')
  })
  for (const table of INSERT_ONLY) await insertOnly(knex, table)
}

export async function down(knex: Schema): Promise<void> {
  for (const table of [...INSERT_ONLY].reverse()) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
}
