import { onPostgres, type Schema } from './guards.ts'

const CHAIRS = `office in ('chair', 'vice_chair')`
const NAMED = `office <> '' and office = lower(office) and office not like '% %'`

/** Which offices there are is for the statutes to say: a council may have others than chair and vice chair. */
export async function up(knex: Schema): Promise<void> {
  await replaceCheck(knex, CHAIRS, NAMED)
}

/** Fails, and leaves everything as it is, when the register holds any other office. */
export async function down(knex: Schema): Promise<void> {
  await replaceCheck(knex, NAMED, CHAIRS)
}

async function replaceCheck(knex: Schema, before: string, after: string): Promise<void> {
  if (!onPostgres(knex)) {
    await rebuild(knex, before, after)
    return
  }
  await knex.raw('alter table officeholdings drop constraint officeholdings_office_check')
  await knex.raw(`alter table officeholdings add constraint officeholdings_office_check check (${after})`)
}

/** SQLite changes a check only with the whole table: everything that hangs on it is taken down and put up again as it was. */
async function rebuild(knex: Schema, before: string, after: string): Promise<void> {
  const parts = await knex('sqlite_master')
    .where('sql', 'like', '%officeholdings%')
    .whereIn('type', ['table', 'index', 'trigger'])
    .select<{ type: string; name: string; sql: string }[]>('type', 'name', 'sql')
  const table = parts.find(({ type, name }) => type === 'table' && name === 'officeholdings')
  if (!table?.sql.includes(before)) throw new Error(`officeholdings has no check (${before})`)
  const hanging = parts.filter(({ type }) => type !== 'table')
  for (const { name } of hanging.filter(({ type }) => type === 'trigger'))
    await knex.raw(`drop trigger ${name}`)
  // Foreign keys are off while migrations run, so that the rows of chair_items may point at nothing for a moment.
  await knex.raw('create table officeholdings_before as select * from officeholdings')
  await knex.raw('drop table officeholdings')
  await knex.raw(table.sql.replace(before, after))
  await knex.raw('insert into officeholdings select * from officeholdings_before order by id')
  await knex.raw('drop table officeholdings_before')
  for (const { sql } of hanging) await knex.raw(sql)
}
