import { day, dropInsertOnly, insertOnly, oneOf, type Schema } from './guards.ts'

const STEPS = [
  'initial_discussion',
  'letters',
  'call',
  'candidates',
  'answers',
  'list',
  'polling',
  'certification',
  'appointment',
  'constituting',
]

/** Everything that fills all seats for a term: its timetable, and who does what. How far each seat is, is worked out. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('renewals', (table) => {
    table.increments('id')
    table.integer('term_id').notNullable().references('terms.id').unique()
    table.integer('statutes_version_id').notNullable().references('statutes_versions.id')
    table.text('made_by').notNullable()
    day(table, 'made_on').notNullable()
  })
  await knex.schema.createTable('renewal_steps', (table) => {
    table.integer('renewal_id').notNullable().references('renewals.id')
    oneOf(table, 'kind', STEPS).notNullable()
    day(table, 'due_on').notNullable()
    table.text('owner').notNullable()
    table.primary(['renewal_id', 'kind'])
  })
  // What leaves no other trace in the book: that the council has talked about the coming change.
  await knex.schema.createTable('renewal_discussions', (table) => {
    table.integer('renewal_id').notNullable().references('renewals.id').primary()
    day(table, 'held_on').notNullable()
    table.text('note')
    table.text('recorded_by').notNullable()
  })
  await insertOnly(knex, 'renewal_discussions')
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('renewal_discussions')
  await dropInsertOnly(knex, 'renewal_discussions')
  await knex.schema.dropTable('renewal_steps')
  await knex.schema.dropTable('renewals')
}
