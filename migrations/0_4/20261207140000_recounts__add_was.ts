import type { Schema } from './guards.ts'

/** JSON: the result before the ballots were counted anew, as for an investigation; null for a recount of before that was kept. */
export async function up(knex: Schema): Promise<void> {
  await knex.raw('alter table recounts add column was text')
}

export async function down(knex: Schema): Promise<void> {
  await knex.raw('alter table recounts drop column was')
}
