import { count, day, dropInsertOnly, insertOnly, oneOf, type Schema } from './guards.ts'

const KINDS = ['valid', 'blank', 'invalid', 'exchanged', 'returned', 'handed_out_list', 'roll']
const TABLES = ['package_sealings', 'packages', 'package_openings', 'opened_packages', 'destroyed_packages']

/** What is left of a vote on paper, bound and sealed after the count. Written once, all of it. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('package_sealings', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    count(table, 'number').notNullable()
    table.text('first_sealer').notNullable()
    table.text('second_sealer').notNullable()
    day(table, 'sealed_on').notNullable()
    table.text('sealed_at').notNullable()
    // Why packages hold more or fewer pieces than the account and the count give.
    table.text('difference_reason')
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
    table.unique(['election_id', 'number'])
    table.check('first_sealer <> second_sealer', [], 'package_sealings_two_people')
  })
  await knex.schema.createTable('packages', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    table.integer('sealing_id').notNullable().references('package_sealings.id').index()
    // The number on the label; it goes on from sealing to sealing.
    count(table, 'number').notNullable()
    oneOf(table, 'kind', KINDS).notNullable()
    table.integer('candidacy_id').references('candidacies.id')
    count(table, 'pieces').notNullable()
    // What the account or the count gave for all packages of this pile; null when nothing says.
    count(table, 'expected')
    table.text('seal_number')
    table.unique(['election_id', 'number'])
  })
  await knex.schema.createTable('package_openings', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    table.text('first_opener').notNullable()
    table.text('second_opener').notNullable()
    day(table, 'opened_on').notNullable()
    table.text('opened_at').notNullable()
    table.text('reason').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
    table.check('first_opener <> second_opener', [], 'package_openings_two_people')
  })
  await knex.schema.createTable('opened_packages', (table) => {
    table.integer('package_id').primary().references('packages.id')
    table.integer('opening_id').notNullable().references('package_openings.id').index()
  })
  await knex.schema.createTable('destroyed_packages', (table) => {
    table.integer('package_id').primary().references('packages.id')
    table.integer('election_id').notNullable().references('ballot_destructions.election_id').index()
  })
  for (const table of TABLES) await insertOnly(knex, table)
}

export async function down(knex: Schema): Promise<void> {
  for (const table of [...TABLES].reverse()) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
}
