import type { Schema } from './guards.ts'

/** A proof of the head, by a key that the database never holds. Null until the first act of this version. */
export async function up(knex: Schema): Promise<void> {
  await knex.raw('alter table audit_heads add column seal text')
}

export async function down(knex: Schema): Promise<void> {
  await knex.raw('alter table audit_heads drop column seal')
}
