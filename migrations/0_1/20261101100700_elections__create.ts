import { count, day, oneOf, type Schema } from './guards.ts'

const STATUSES = [
  'planned',
  'nominating',
  'listed',
  'polling',
  'closed',
  'counted',
  'lot_required',
  'uncontested',
  'unfilled',
  'certified',
  'final',
  'annulled',
  'rerun',
]

export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('elections', (table) => {
    table.increments('id')
    table.integer('area_id').notNullable().references('areas.id').index()
    table.integer('term_id').notNullable().references('terms.id')
    oneOf(table, 'kind', ['ordinary', 'by_election', 'rerun']).notNullable()
    oneOf(table, 'status', STATUSES).notNullable()
    table.integer('statutes_version_id').notNullable().references('statutes_versions.id')
    table.integer('seats').notNullable()
    table.text('place').notNullable()
    day(table, 'candidates_by').notNullable()
    day(table, 'polling_on').notNullable()
    table.text('opens_at').notNullable()
    table.text('closes_at').notNullable()
    day(table, 'complaints_until').notNullable()
    table.integer('list_version').notNullable().defaultTo(0)
    oneOf(table, 'roll_kind', ['named', 'alias', 'counted']).notNullable().defaultTo('counted')
    // An uncontested election is a decision: who took it, and when.
    table.text('uncontested_body')
    day(table, 'uncontested_on')
    table.check('seats > 0', [], 'elections_seats')
    table.check('candidates_by <= polling_on', [], 'elections_candidates_before_polling')
    table.check(
      "status <> 'uncontested' or (uncontested_body is not null and uncontested_on is not null)",
      [],
      'elections_uncontested_is_decided',
    )
  })
  await knex.schema.createTable('election_board', (table) => {
    table.integer('election_id').notNullable().references('elections.id')
    table.integer('account_id').notNullable().references('accounts.id')
    table.primary(['election_id', 'account_id'])
  })
  await knex.schema.createTable('candidacies', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    table.integer('person_id').references('people.id')
    table.text('name').notNullable()
    table.text('contact')
    day(table, 'consented_on').notNullable()
    oneOf(table, 'eligible_as', ['resident', 'active']).notNullable()
    table.text('eligibility_checked_by').notNullable()
    day(table, 'eligibility_checked_on').notNullable()
    count(table, 'ballot_position')
    day(table, 'withdrawn_on')
    table.unique(['election_id', 'ballot_position'])
  })
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('candidacies')
  await knex.schema.dropTable('election_board')
  await knex.schema.dropTable('elections')
}
