import type { Schema } from './guards.ts'

/** How many papers had been entered into a box that was given up; null where none were, and for those from before. */
export async function up(knex: Schema): Promise<void> {
  await knex.raw('alter table box_losses add column papers integer check (papers >= 0)')
}

export async function down(knex: Schema): Promise<void> {
  await knex.raw('alter table box_losses drop column papers')
}
