import { day, dropInsertOnly, insertOnly, type Schema } from './guards.ts'

const TABLES = ['polling_openings', 'polling_closings']

/** One opening and one closing for each election, written once. Times are what the two at the table wrote down. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('polling_openings', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().unique().references('elections.id')
    table.text('opened_at').notNullable()
    // Both saw that the box was empty.
    table.text('first_witness').notNullable()
    table.text('second_witness').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
    table.check('first_witness <> second_witness', [], 'polling_openings_two_witnesses')
  })
  await knex.schema.createTable('polling_closings', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().unique().references('elections.id')
    table.text('closed_at').notNullable()
    table.text('early_reason')
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
