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

/** Puts another condition behind a guard that is there already. */
export async function replaceGuard(knex: Schema, guard: Parameters<typeof refuseWhen>[1]): Promise<void> {
  await dropTrigger(knex, guard)
  if (onPostgres(knex)) await knex.raw(`drop function ${guard.name}__${guard.table}_${guard.event}()`)
  await refuseWhen(knex, guard)
}

/**
 * Lets rows of an insert-only table go, but only where `unless` holds of the row `old`. PostgreSQL keeps the old function
 * for `truncate`, which knows no row.
 */
export async function allowDeleteWhen(knex: Schema, table: string, unless: string): Promise<void> {
  const name = `${table}_insert_only`
  await dropTrigger(knex, { name, table, event: 'delete' })
  if (!onPostgres(knex)) {
    await refuseWhen(knex, { name, table, event: 'delete', when: `not (${unless})` })
    return
  }
  const trigger = `${name}__${table}_delete_row`
  await knex.raw(`create function ${trigger}() returns trigger language plpgsql as $$
    begin
      if (not (${unless})) then raise exception '${name}' using errcode = 'check_violation', constraint = '${name}'; end if;
      return old;
    end $$`)
  await knex.raw(
    `create trigger ${trigger} before delete on ${table} for each row execute function ${trigger}()`,
  )
}

/** Takes `allowDeleteWhen` back: no row goes. */
export async function allowNoDelete(knex: Schema, table: string): Promise<void> {
  const name = `${table}_insert_only`
  if (!onPostgres(knex)) {
    await replaceGuard(knex, { name, table, event: 'delete', when: '1 = 1' })
    return
  }
  await knex.raw(`drop function ${name}__${table}_delete_row() cascade`)
  const trigger = `${name}__${table}_delete`
  await knex.raw(
    `create trigger ${trigger} before delete on ${table} for each row execute function ${trigger}()`,
  )
}

async function dropTrigger(
  knex: Schema,
  { name, table, event }: { name: string; table: string; event: string },
): Promise<void> {
  const on = onPostgres(knex) ? ` on ${table}` : ''
  await knex.raw(`drop trigger ${name}__${table}_${event}${on}`)
}

/**
 * Puts another condition in the place of a column's check. `constraint` is its name on PostgreSQL. SQLite changes a check
 * only with the whole table: everything that hangs on it is taken down and put up again as it was.
 */
export async function replaceCheck(
  knex: Schema,
  check: { table: string; constraint: string; before: string; after: string },
): Promise<void> {
  const { table, constraint, before, after } = check
  if (!onPostgres(knex)) {
    await rebuild(knex, table, (sql) => {
      if (!sql.includes(before)) throw new Error(`${table} has no check (${before})`)
      return sql.replace(before, after)
    })
    return
  }
  await knex.raw(`alter table ${table} drop constraint ${constraint}`)
  await knex.raw(`alter table ${table} add constraint ${constraint} check (${after})`)
}

/** Makes a table of SQLite anew from the SQL that `change` returns. Its columns and their order stay the same. */
async function rebuild(knex: Schema, table: string, change: (sql: string) => string): Promise<void> {
  const parts = await knex('sqlite_master')
    .where('sql', 'like', `%${table}%`)
    .whereIn('type', ['table', 'index', 'trigger'])
    .select<{ type: string; name: string; sql: string }[]>('type', 'name', 'sql')
  const made = parts.find(({ type, name }) => type === 'table' && name === table)
  if (!made) throw new Error(`there is no table ${table}`)
  const hanging = parts.filter(({ type }) => type !== 'table')
  for (const { name } of hanging.filter(({ type }) => type === 'trigger'))
    await knex.raw(`drop trigger ${name}`)
  // Foreign keys are off while migrations run, so that rows of other tables may point at nothing for a moment.
  await knex.raw(`create table ${table}_before as select * from ${table}`)
  await knex.raw(`drop table ${table}`)
  await knex.raw(change(made.sql))
  await knex.raw(`insert into ${table} select * from ${table}_before`)
  await knex.raw(`drop table ${table}_before`)
  for (const { sql } of hanging) await knex.raw(sql)
}
