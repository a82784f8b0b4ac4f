import type { Schema } from './guards.ts'

/** The number of a batch that was printed while polls were open; null for papers that people counted themselves. */
export async function up(knex: Schema): Promise<void> {
  await knex.raw('alter table ballot_prints add column batch integer check (batch > 0)')
  await knex.raw('create unique index ballot_prints_batch on ballot_prints (election_id, batch)')
}

export async function down(knex: Schema): Promise<void> {
  await knex.raw('drop index ballot_prints_batch')
  await knex.raw('alter table ballot_prints drop column batch')
}
