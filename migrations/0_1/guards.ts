import type { Knex } from 'knex'

/** What `up` and `down` of a migration run on: one transaction. */
export type Schema = Knex.Transaction

export function onPostgres(knex: Schema): boolean {
  return (knex.client as { dialect: string }).dialect === 'postgresql'
}

/**
 * A calendar day. The check refuses days that do not exist, which SQLite would otherwise store as text. Of what is no
 * day at all SQLite makes null, and a check that comes out as null lets everything pass.
 */
export function day(table: Knex.CreateTableBuilder, name: string): Knex.ColumnBuilder {
  const column = table.date(name)
  table.check(`${name} is null or (date(${name}) is not null and date(${name}) = ${name})`)
  return column
}

/** A text from a closed list. */
export function oneOf(
  table: Knex.CreateTableBuilder,
  name: string,
  values: readonly string[],
): Knex.ColumnBuilder {
  const column = table.text(name)
  table.check(`${name} in (${values.map((value) => `'${value}'`).join(', ')})`)
  return column
}

/** A whole number that is not negative. The cast matters on SQLite, which would store text and fractions as well. */
export function count(table: Knex.CreateTableBuilder, name: string): Knex.ColumnBuilder {
  const column = table.integer(name)
  table.check(`${name} >= 0 and cast(${name} as integer) = ${name}`)
  return column
}

/**
 * Refuses with the guard's name when `condition` finds something wrong with the row `new` that `event` is about to
 * store. The condition is plain SQL that both engines read.
 */
export async function refuseWhen(
  knex: Schema,
  guard: { name: string; table: string; event: 'insert' | 'update' | 'delete'; when: string },
): Promise<void> {
  const { name, table, event, when } = guard
  const trigger = `${name}__${table}_${event}`
  if (onPostgres(knex)) {
    const row = event === 'delete' ? 'old' : 'new'
    await knex.raw(`create function ${trigger}() returns trigger language plpgsql as $$
      begin
        if (${when}) then raise exception '${name}' using errcode = 'check_violation', constraint = '${name}'; end if;
        return ${row};
      end $$`)
    await knex.raw(
      `create trigger ${trigger} before ${event} on ${table} for each row execute function ${trigger}()`,
    )
  } else {
    await knex.raw(`create trigger ${trigger} before ${event} on ${table} for each row when (${when})
      begin select raise(abort, '${name}'); end`)
  }
}

/** Takes a guard's functions away with its table on PostgreSQL; SQLite drops triggers with the table. */
export async function dropGuard(
  knex: Schema,
  name: string,
  table: string,
  ...events: string[]
): Promise<void> {
  if (!onPostgres(knex)) return
  for (const event of events) await knex.raw(`drop function if exists ${name}__${table}_${event}() cascade`)
}

/** Rows are written once: neither update nor delete, on either engine. A correction is a new row. */
export async function insertOnly(knex: Schema, table: string): Promise<void> {
  await refuseWhen(knex, { name: `${table}_insert_only`, table, event: 'update', when: '1 = 1' })
  await refuseWhen(knex, { name: `${table}_insert_only`, table, event: 'delete', when: '1 = 1' })
  // Truncate fires no row trigger, so PostgreSQL needs a guard of its own against it.
  if (onPostgres(knex)) {
    await knex.raw(`create trigger ${table}_insert_only__truncate before truncate on ${table}
      for each statement execute function ${table}_insert_only__${table}_delete()`)
  }
}

export async function dropInsertOnly(knex: Schema, table: string): Promise<void> {
  await dropGuard(knex, `${table}_insert_only`, table, 'update', 'delete')
}

/** No two rows with the same `key` on the same day, both days counted; rows that are struck out do not count. */
export async function noOverlap(
  knex: Schema,
  name: string,
  table: string,
  key: readonly string[],
): Promise<void> {
  if (onPostgres(knex)) {
    await knex.raw('create extension if not exists btree_gist')
    const same = key.map((column) => `${column} with =`).join(', ')
    await knex.raw(`alter table ${table} add constraint ${name}
      exclude using gist (${same}, daterange(starts_on, ends_on, '[]') with &&) where (voided_on is null)`)
    return
  }
  const same = key.map((column) => `other.${column} = new.${column}`).join(' and ')
  const other = `new.voided_on is null and exists (select 1 from ${table} as other where ${same}
    and other.voided_on is null and other.starts_on <= new.ends_on and other.ends_on >= new.starts_on`
  await refuseWhen(knex, { name, table, event: 'insert', when: `${other})` })
  await refuseWhen(knex, { name, table, event: 'update', when: `${other} and other.id <> new.id)` })
}
