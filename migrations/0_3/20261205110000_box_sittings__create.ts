import { count, type Schema } from './guards.ts'

/**
 * The opening of a box, while those with slips type them: minutes at most. What is typed is sealed to a key that only the
 * process holds that puts the slips together, and that ends with it: these rows open nothing, now or in an old copy.
 */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('box_sittings', (table) => {
    table.integer('election_id').primary().references('elections.id')
    table.text('public_key').notNullable()
    table.text('ends_at').notNullable()
  })
  await knex.schema.createTable('box_sitting_slips', (table) => {
    table.integer('election_id').notNullable().references('box_sittings.election_id')
    table.integer('account_id').notNullable().references('accounts.id')
    // The number on the slip: one slip is typed once.
    count(table, 'number').notNullable()
    count(table, 'place').notNullable()
    table.text('session_hash').notNullable()
    table.text('sealed').notNullable()
    table.primary(['election_id', 'account_id'])
    table.unique(['election_id', 'number'])
  })
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('box_sitting_slips')
  await knex.schema.dropTable('box_sittings')
}
