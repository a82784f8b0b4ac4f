import type { Schema } from './guards.ts'

/** Why there are more ballots than voters marked on the roll; null where there are not. */
export async function up(knex: Schema): Promise<void> {
  await knex.raw('alter table polling_closings add column marks_reason text')
}

export async function down(knex: Schema): Promise<void> {
  await knex.raw('alter table polling_closings drop column marks_reason')
}
