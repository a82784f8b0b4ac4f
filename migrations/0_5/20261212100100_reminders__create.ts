import { day, oneOf, type Schema } from './guards.ts'

/** One row for each account that has been written to: the day of the last mail, and which tasks it has been told of. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('reminders', (table) => {
    table.integer('account_id').primary().references('accounts.id')
    table.text('told').notNullable()
    day(table, 'sent_on').notNullable()
    oneOf(table, 'outcome', ['sending', 'sent', 'address', 'unknown']).notNullable()
  })
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('reminders')
}
