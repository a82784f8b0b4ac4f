import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import type { DatabaseConfig } from '../../../config.ts'
import type { Db } from '../../../models/core/db.ts'
import { around } from '../around.ts'

/**
 * On PostgreSQL a new database costs more than the test, and so does a new connection: a database that is opened for one
 * test is emptied and given to the next, with its connections. What a `before` opens serves several tests and is kept.
 */
export interface Used {
  config: DatabaseConfig
  times: number
  pool?: Pool
}

interface Pool {
  numUsed(): number
  numPendingAcquires(): number
  destroy(): Promise<unknown>
}

interface Client {
  pool?: Pool
  _ownsPool?: boolean
}

/** Deleted rows leave room behind that nothing sweeps: after this many uses a new database is quicker. */
const MOST_TIMES = 100

const free: Used[] = []
let used: Used[] = []
let inTest = false
let isOn = true
let remembers = true

/**
 * For tests of the database files themselves, where an earlier test would have left its traces. Builders may still
 * remember when only rows that come later are looked for: what they built is then laid in one go.
 */
export function newDatabasesOnly({ remembering = false } = {}): void {
  before(() => {
    isOn = false
    remembers = remembering
  })
  after(() => {
    isOn = true
    remembers = true
  })
}

around({
  beforeEach: () => {
    inTest = true
  },
})

export function isForThisTestAlone(): boolean {
  return !remembers
}

export function isForOneTest(): boolean {
  return inTest && isOn
}

/** Gives what the test has used and has closed to the tests that follow. */
export async function endTest(): Promise<void> {
  inTest = false
  const done = used
  used = []
  for (const one of done) {
    if (one.times < MOST_TIMES) free.push(one)
    else await one.pool?.destroy()
  }
}

/** A database that an earlier test has used, or else the next one. Returns undefined for what is not for one test. */
export function takeUsed(next: () => DatabaseConfig): Used | undefined {
  if (!isForOneTest()) return undefined
  const one = free.pop() ?? { config: next(), times: 0 }
  one.times += 1
  used.push(one)
  return one
}

/** Lets a database that was just opened use the connections of the test before. */
export function withConnectionsOf(db: Db, { pool }: Used): void {
  if (pool) Object.assign(db.client as Client, { pool, _ownsPool: false })
}

/** Closes the database for its test, and keeps its connections for the next one. */
export async function closeButKeepConnections(db: Db, one: Used): Promise<void> {
  const client = db.client as Client
  const { pool } = client
  // A test of a database that goes away has closed it itself.
  if (!pool) {
    if (client._ownsPool === true) delete one.pool
    return
  }
  while (pool.numUsed() + pool.numPendingAcquires() > 0) await turnOfTheLoop()
  one.pool = pool
  client._ownsPool = false
  await db.destroy()
}

/** Closes the connections too, which stand in the way of dropping the database. */
export async function closeAll(db: Db): Promise<void> {
  const { pool } = db.client as Client
  await db.destroy()
  await pool?.destroy()
}

/** All rows of a database, as one statement that empties another one and writes them there. */
export async function rowsOf(db: Db): Promise<string> {
  const tables = await tablesOf(db)
  const statements = [
    // Guards and keys stand in the way of emptying; the rows have passed them once.
    'set local session_replication_role = replica',
    ...tables.map(({ name }) => `delete from "${name}"`),
  ]
  const all = tables
    .filter(({ wasUsed }) => wasUsed)
    .map(({ name }) => `(select json_agg(t)::text from only "${name}" as t) as "${name}"`)
  const { rows } = await db.raw<{ rows: Record<string, string | null>[] }>(`select ${all.join(', ')}`)
  for (const [table, text] of Object.entries(rows[0] ?? {})) {
    if (text !== null)
      statements.push(
        `insert into "${table}" overriding system value ` +
          `select * from json_populate_recordset(null::"${table}", '${text.replaceAll("'", "''")}')`,
      )
  }
  const { rows: sequences } = await db.raw<{ rows: { name: string; last: number | null }[] }>(
    "select quote_ident(sequencename) as name, last_value as last from pg_sequences where schemaname = 'public'",
  )
  const numbers = sequences.map(({ name, last }) => `setval('${name}', ${last ?? 1}, ${last !== null})`)
  if (numbers.length > 0) statements.push(`select ${numbers.join(', ')}`)
  return `begin; ${statements.join('; ')}; commit`.replaceAll('?', '\\?')
}

/** A table whose file is empty never had a row; to ask each of them would take longer than to read the others. */
async function tablesOf(db: Db): Promise<{ name: string; wasUsed: boolean }[]> {
  const { rows } = await db.raw<{ rows: { name: string; wasUsed: boolean }[] }>(
    `select relname as name, pg_relation_size(oid) > 0 as "wasUsed" from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  return rows
}

/** Setting all rows needs a user that may put guards aside. */
export async function mayLayRows(db: Db): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { usesuper: boolean }[] }>(
    'select usesuper from pg_user where usename = current_user',
  )
  return rows[0]?.usesuper === true
}

/** Columns and guards, with whether they hold, as one text. Those of the server itself have numbers below 16384. */
export async function shapeOf(db: Db): Promise<string> {
  // A sum needs no order, and sorting two thousand names would take longer than the rest.
  const { rows } = await db.raw<{ rows: { shape: string }[] }>(
    `select concat_ws(' ',
      (select concat_ws(' ', count(*), sum(hashtext(concat_ws(' ', tgrelid, tgname, tgfoid, tgenabled))::bigint))
        from pg_trigger where not tgisinternal),
      (select concat_ws(' ', count(*), sum(hashtext(concat_ws(' ', attrelid, attname, atttypid))::bigint))
        from pg_attribute where attnum > 0 and attrelid >= 16384)) as shape`,
  )
  return rows[0]?.shape ?? ''
}
