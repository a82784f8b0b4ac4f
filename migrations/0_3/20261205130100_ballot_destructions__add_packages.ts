import type { Schema } from './guards.ts'

/** The rule by which papers were destroyed, and why a sealed package was not. */
export async function up(knex: Schema): Promise<void> {
  await knex.raw('alter table ballot_destructions add column paragraph text')
  await knex.raw('alter table ballot_destructions add column left_reason text')
}

export async function down(knex: Schema): Promise<void> {
  await knex.raw('alter table ballot_destructions drop column left_reason')
  await knex.raw('alter table ballot_destructions drop column paragraph')
}
