import { count, day, dropInsertOnly, insertOnly, type Schema } from './guards.ts'

/** Papers that were counted as printed and never came out right. Written once. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('print_deductions', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    table.integer('print_id').notNullable().references('ballot_prints.id')
    count(table, 'copies').notNullable()
    table.text('reason').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
    table.check('copies > 0')
  })
  await insertOnly(knex, 'print_deductions')
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('print_deductions')
  await dropInsertOnly(knex, 'print_deductions')
}
