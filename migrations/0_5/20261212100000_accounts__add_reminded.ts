import type { Schema } from './guards.ts'

/** Whether the owner gets mails about what waits. Everybody does until they say no. */
export async function up(knex: Schema): Promise<void> {
  await knex.raw(
    'alter table accounts add column reminded integer not null default 1 check (reminded in (0, 1))',
  )
}

export async function down(knex: Schema): Promise<void> {
  await knex.raw('alter table accounts drop column reminded')
}
