import { count, day, dropInsertOnly, insertOnly, oneOf, type Schema } from './guards.ts'

const TABLES = ['investigations', 'findings', 'finding_signatures', 'investigation_ends']

/** What the electoral board looks into after a count: why, what it found, who signed that, and what came of it. Written once. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('investigations', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    count(table, 'number').notNullable()
    table.text('reason').notNullable()
    table.text('begun_by').notNullable()
    day(table, 'begun_on').notNullable()
    table.unique(['election_id', 'number'])
  })
  await knex.schema.createTable('findings', (table) => {
    table.integer('investigation_id').primary().references('investigations.id')
    table.text('findings').notNullable()
    // Whether the ballots are counted anew.
    oneOf(table, 'figures', ['kept', 'new']).notNullable()
    table.text('written_by').notNullable()
    day(table, 'written_on').notNullable()
  })
  await knex.schema.createTable('finding_signatures', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    table.integer('investigation_id').notNullable().references('investigations.id')
    table.integer('account_id').notNullable().references('accounts.id')
    table.text('signer').notNullable()
    day(table, 'signed_on').notNullable()
    table.unique(['investigation_id', 'account_id'])
  })
  await knex.schema.createTable('investigation_ends', (table) => {
    table.integer('investigation_id').primary().references('investigations.id')
    // The last round before the ballots are counted anew; null when they are not.
    table.integer('after_round')
    // JSON: who was elected before, with what figures, and whether that was certified.
    table.text('was').notNullable()
    day(table, 'closed_on').notNullable()
  })
  for (const table of TABLES) await insertOnly(knex, table)
}

export async function down(knex: Schema): Promise<void> {
  for (const table of [...TABLES].reverse()) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
}
