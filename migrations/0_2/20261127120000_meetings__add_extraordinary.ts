import type { Schema } from './guards.ts'

/** That a meeting is an extra one, who asked for it, and when. */
export async function up(knex: Schema): Promise<void> {
  // By hand: the builder would rebuild the table on SQLite, and everything that hangs on it with it.
  await knex.raw(`alter table meetings add column extraordinary integer not null default 0
    check (extraordinary in (0, 1))`)
  await knex.raw(`alter table meetings add column asked_by text
    check (asked_by is null or extraordinary = 1)`)
  await knex.raw(`alter table meetings add column asked_on date
    check (asked_on is null or (extraordinary = 1 and date(asked_on) is not null and date(asked_on) = asked_on))`)
}

export async function down(knex: Schema): Promise<void> {
  for (const column of ['asked_on', 'asked_by', 'extraordinary'])
    await knex.raw(`alter table meetings drop column ${column}`)
}
