import type { Schema } from './guards.ts'

/** Who saw the printed ballots, so that somebody else certifies; null for those that were printed before this was kept. */
export async function up(knex: Schema): Promise<void> {
  await knex.raw('alter table box_prints add column account_id integer references accounts(id)')
}

export async function down(knex: Schema): Promise<void> {
  await knex.raw('alter table box_prints drop column account_id')
}
