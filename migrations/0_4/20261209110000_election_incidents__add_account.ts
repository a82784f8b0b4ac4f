import type { Schema } from './guards.ts'

/** Who wrote it, so that another human being signs; null for what one member of the board recorded alone before that. */
export async function up(knex: Schema): Promise<void> {
  await knex.raw('alter table election_incidents add column account_id integer references accounts (id)')
}

export async function down(knex: Schema): Promise<void> {
  await knex.raw('alter table election_incidents drop column account_id')
}
