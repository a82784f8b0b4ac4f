import type { Schema } from './guards.ts'

/** The hash of the marks in audit_rows that the act left. Null in an act that left no row, and before there were marks. */
export async function up(knex: Schema): Promise<void> {
  await knex.raw('alter table audit_events add column rows_hash text')
}

export async function down(knex: Schema): Promise<void> {
  await knex.raw('alter table audit_events drop column rows_hash')
}
