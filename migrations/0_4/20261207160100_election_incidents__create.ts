import { count, day, dropInsertOnly, insertOnly, oneOf, type Schema } from './guards.ts'

/** What happened to a candidate after the first vote, and what followed from it. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('election_incidents', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    count(table, 'number').notNullable()
    table.integer('candidacy_id').notNullable().references('candidacies.id')
    oneOf(table, 'because', ['died', 'not_eligible', 'misspelt', 'other']).notNullable()
    // Of a name: the board finds that voters can have taken one for another.
    count(table, 'misled').notNullable()
    table.text('reason').notNullable()
    day(table, 'learnt_on').notNullable()
    oneOf(table, 'effect', ['none', 'seat_open', 'seat_next', 'stops']).notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
    table.unique(['election_id', 'number'])
    table.check('misled in (0, 1)', [], 'election_incidents_misled')
    table.check(
      `(because in ('died', 'not_eligible')) = (effect in ('seat_open', 'seat_next')) or effect = 'stops'`,
      [],
      'election_incidents_effect',
    )
  })
  await insertOnly(knex, 'election_incidents')
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('election_incidents')
  await dropInsertOnly(knex, 'election_incidents')
}
