import { count, day, dropInsertOnly, insertOnly, oneOf, type Schema } from './guards.ts'

/** Everything here is written once. A new count is a new round; an election's result rests on its newest round. */
const TABLES = ['paper_accounts', 'counts', 'count_lines', 'lots', 'certifications']

export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('paper_accounts', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    for (const name of ['printed', 'handed_out', 'exchanged', 'not_returned', 'unused'])
      count(table, name).notNullable()
    table.text('difference_reason')
    table.text('made_by').notNullable()
    day(table, 'made_on').notNullable()
  })
  await knex.schema.createTable('counts', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    table.integer('round').notNullable()
    table.integer('account_id').notNullable()
    table.text('counter').notNullable()
    table.integer('list_version').notNullable()
    for (const name of ['ballots_in_box', 'blank', 'invalid']) count(table, name).notNullable()
    table.text('difference_reason')
    day(table, 'made_on').notNullable()
    // The same person counts once in a round, however often the button is pressed.
    table.unique(['election_id', 'round', 'account_id'])
    table.check('round > 0', [], 'counts_round')
    table.check('blank + invalid <= ballots_in_box', [], 'counts_within_the_box')
  })
  await knex.schema.createTable('count_lines', (table) => {
    table.integer('count_id').notNullable().references('counts.id')
    table.integer('candidacy_id').notNullable().references('candidacies.id')
    count(table, 'votes').notNullable()
    table.primary(['count_id', 'candidacy_id'])
  })
  await knex.schema.createTable('lots', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    // A tie at the border between elected and not, or the order of names on the ballot (round 0).
    oneOf(table, 'about', ['tie', 'ballot_order']).notNullable()
    table.integer('round').notNullable()
    table.text('among').notNullable()
    table.text('chosen').notNullable()
    oneOf(table, 'method', ['slips', 'straws', 'coin', 'other']).notNullable()
    table.text('witnesses').notNullable()
    table.text('drawn_by').notNullable()
    day(table, 'drawn_on').notNullable()
  })
  await knex.schema.createTable('certifications', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    table.integer('round').notNullable()
    table.integer('account_id').notNullable()
    table.text('certifier').notNullable()
    table.text('result_hash').notNullable()
    day(table, 'certified_on').notNullable()
    table.unique(['election_id', 'round', 'account_id'])
  })
  for (const table of TABLES) await insertOnly(knex, table)
}

export async function down(knex: Schema): Promise<void> {
  for (const table of ['certifications', 'lots', 'count_lines', 'counts', 'paper_accounts']) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
}
