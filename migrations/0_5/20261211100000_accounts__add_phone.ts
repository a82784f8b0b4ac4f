import type { Schema } from './guards.ts'

/** A telephone at work, so that colleagues at the table can reach the one who may act; null where none is given. */
export async function up(knex: Schema): Promise<void> {
  await knex.raw('alter table accounts add column phone text')
}

export async function down(knex: Schema): Promise<void> {
  await knex.raw('alter table accounts drop column phone')
}
