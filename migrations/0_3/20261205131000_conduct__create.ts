import { count, day, dropInsertOnly, insertOnly, oneOf, type Schema } from './guards.ts'

const PHASES = ['polling', 'counting']
const TABLES = ['presences', 'objections', 'objection_decisions']

/** Who of the board was there, and what was objected to while people voted and while votes were counted. Written once. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('presences', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    oneOf(table, 'phase', PHASES).notNullable()
    table.text('name').notNullable()
    day(table, 'present_on').notNullable()
    table.text('from_at').notNullable()
    table.text('until_at')
    // The spell that this one takes the place of: the end was not known, or something was wrong.
    table.integer('replaces_id').unique().references('presences.id')
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
  })
  await knex.schema.createTable('objections', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    count(table, 'number').notNullable()
    oneOf(table, 'phase', PHASES).notNullable()
    day(table, 'raised_on').notNullable()
    table.text('text').notNullable()
    // As the person wants to be named; null when they do not.
    table.text('objector')
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
    table.unique(['election_id', 'number'])
  })
  await knex.schema.createTable('objection_decisions', (table) => {
    table.integer('objection_id').primary().references('objections.id')
    table.text('decision').notNullable()
    table.text('decided_by').notNullable()
    day(table, 'decided_on').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
  })
  for (const table of TABLES) await insertOnly(knex, table)
}

export async function down(knex: Schema): Promise<void> {
  for (const table of [...TABLES].reverse()) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
}
