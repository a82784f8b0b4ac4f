import type { DatabaseConfig } from '../../config.ts'
import type { Db } from '../../models/core/db.ts'
import { around } from './around.ts'

/**
 * On PostgreSQL a new database costs more than the test: a database that is opened for one test is emptied and given to
 * the next. What a `before` opens serves several tests and is kept.
 */
interface Used extends Opened {
  times: number
}

interface Opened {
  db: Db
  config: DatabaseConfig
}

/** Deleted rows leave room behind that nothing sweeps: after this many uses a new database is quicker. */
const MOST_TIMES = 20

const free: { config: DatabaseConfig; times: number }[] = []
let used: Used[] = []
let inTest = false
let isOn = true
let refill: string | undefined
let shape: string | undefined

/** For tests of the database files themselves, where an earlier test would have left its traces. */
export function newDatabasesOnly(): void {
  before(() => {
    isOn = false
  })
  after(() => {
    isOn = true
  })
}

around({
  beforeEach: () => {
    inTest = true
  },
})

export function isForOneTest(): boolean {
  return inTest && isOn
}

/** Gives what the test has used and has closed to the tests that follow. */
export function endTest(): void {
  inTest = false
  for (const { config, times } of used) {
    if (times < MOST_TIMES) free.push({ config, times })
  }
  used = []
}

/** A database that an earlier test has used, as it was when it was made. Returns undefined when there is none. */
export async function takeUsed(open: (config: DatabaseConfig) => Opened): Promise<Opened | undefined> {
  if (!isForOneTest() || refill === undefined) return undefined
  const one = free.pop()
  if (!one) return undefined
  const opened = open(one.config)
  // A test that took guards or tables away leaves a database that is no longer what it was made as.
  if ((await shapeOf(opened.db)) !== shape) return undefined
  await opened.db.raw(refill)
  used.push({ ...opened, times: one.times + 1 })
  return opened
}

export function noteNew(opened: Opened): void {
  if (isForOneTest() && refill !== undefined) used.push({ ...opened, times: 0 })
}

/** Remembers the rows of a new database, as one statement that empties another one and writes them there. */
export async function rememberRows(db: Db): Promise<void> {
  const { rows: may } = await db.raw<{ rows: { usesuper: boolean }[] }>(
    'select usesuper from pg_user where usename = current_user',
  )
  if (!may[0]?.usesuper) return
  const tables = await db('pg_tables').where({ schemaname: 'public' }).pluck<string[]>('tablename')
  const statements = [
    // Guards and keys stand in the way of emptying; the remembered rows have passed them once.
    'set local session_replication_role = replica',
    ...tables.map((table) => `delete from "${table}"`),
  ]
  for (const table of tables) {
    const { rows } = await db.raw<{ rows: { all: string | null }[] }>(
      'select json_agg(t)::text as all from ?? as t',
      [table],
    )
    const all = rows[0]?.all
    if (typeof all === 'string')
      statements.push(
        `insert into "${table}" overriding system value ` +
          `select * from json_populate_recordset(null::"${table}", '${all.replaceAll("'", "''")}')`,
      )
  }
  const { rows: sequences } = await db.raw<{ rows: { name: string; last: number | null }[] }>(
    "select quote_ident(sequencename) as name, last_value as last from pg_sequences where schemaname = 'public'",
  )
  for (const { name, last } of sequences)
    statements.push(`select setval('${name}', ${last ?? 1}, ${last !== null})`)
  refill = `begin; ${statements.join('; ')}; commit`.replaceAll('?', '\\?')
  shape = await shapeOf(db)
}

/** Columns and guards, with whether they hold, as one text. Those of the server itself have numbers below 16384. */
async function shapeOf(db: Db): Promise<string> {
  const { rows } = await db.raw<{ rows: { shape: string }[] }>(
    `select md5(concat(
      (select string_agg(concat_ws(' ', tgrelid, tgname, tgfoid, tgenabled), ',' order by tgrelid, tgname)
        from pg_trigger where not tgisinternal),
      (select string_agg(concat_ws(' ', attrelid, attname, atttypid), ',' order by attrelid, attnum)
        from pg_attribute where attnum > 0 and attrelid >= 16384))) as shape`,
  )
  return rows[0]?.shape ?? ''
}
