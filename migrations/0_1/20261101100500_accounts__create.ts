import { count, day, oneOf, type Schema } from './guards.ts'

const ROLES = ['secretary', 'polling_officer', 'chair', 'member', 'auditor', 'administrator']

export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('accounts', (table) => {
    table.increments('id')
    table.text('name').notNullable()
    table.text('email').notNullable().unique()
    table.text('password_hash')
    // Goes up with every new password; a session from before no longer counts.
    count(table, 'password_version').notNullable().defaultTo(0)
    oneOf(table, 'role', ROLES).notNullable()
    table.integer('person_id').references('people.id')
    day(table, 'made_on').notNullable()
    day(table, 'closed_on')
  })
  // Where a polling officer may run elections.
  await knex.schema.createTable('account_places', (table) => {
    table.integer('account_id').notNullable().references('accounts.id')
    table.integer('body_id').notNullable().references('bodies.id')
    table.primary(['account_id', 'body_id'])
  })
  // One-time links: the first account, an invitation, a new password. Only the hash of the link's token is kept.
  await knex.schema.createTable('sign_in_links', (table) => {
    table.text('token_hash').primary()
    oneOf(table, 'purpose', ['first_account', 'password']).notNullable()
    table.integer('account_id').references('accounts.id')
    table.text('expires_at').notNullable()
    table.text('used_at')
  })
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('sign_in_links')
  await knex.schema.dropTable('account_places')
  await knex.schema.dropTable('accounts')
}
