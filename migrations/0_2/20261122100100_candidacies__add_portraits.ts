import { count, day, dropInsertOnly, insertOnly, type Schema } from './guards.ts'

/** What a candidate may show beside the name, and how many papers were printed with it. */
export async function up(knex: Schema): Promise<void> {
  await knex.raw('alter table candidacies add column symbol text')
  await knex.raw('alter table candidacies add column statement text')
  // Two candidates on one ballot never stand under the same drawing; whoever withdraws sets theirs free.
  await knex.raw(`create unique index candidacies_symbol on candidacies (election_id, symbol)
    where withdrawn_on is null`)
  // Apart from the candidacy, so that lists of names never read pictures.
  await knex.schema.createTable('candidate_photos', (table) => {
    table.integer('candidacy_id').primary().references('candidacies.id')
    table.binary('jpeg').notNullable()
    table.text('sha256').notNullable()
    day(table, 'added_on').notNullable()
  })
  await knex.schema.createTable('ballot_prints', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    count(table, 'list_version').notNullable()
    count(table, 'copies').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
  })
  await insertOnly(knex, 'ballot_prints')
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('ballot_prints')
  await dropInsertOnly(knex, 'ballot_prints')
  await knex.schema.dropTable('candidate_photos')
  await knex.raw('drop index candidacies_symbol')
  await knex.raw('alter table candidacies drop column statement')
  await knex.raw('alter table candidacies drop column symbol')
}
