import { mkdirSync } from 'node:fs'
import path from 'node:path'
import knex, { type Knex } from 'knex'
import pg from 'pg'
import type { DatabaseConfig } from '../../config.ts'

export type Db = Knex

/** Every official act writes through a Trx. A function that takes a Db takes a Trx too. */
export type Trx = Knex.Transaction

/** Only this file names the drivers. */
export function openDatabase(config: DatabaseConfig): Db {
  return config.client === 'pg'
    ? openPostgres(config.connectionString)
    : openSqlite(config.client, config.filename)
}

function openPostgres(connectionString: string): Db {
  type Parse = (oid: number, format?: 'text' | 'binary') => unknown
  const usual = pg.types.getTypeParser as Parse
  const types = {
    // 1082 is date: as text, or it becomes midnight in the machine's own zone. 20 is bigint, from count().
    getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown => {
      if (oid === 1082) return String
      if (oid === 20) return Number
      return usual(oid, format)
    },
  }
  return knex({
    client: 'pg',
    connection: { connectionString, types } as Knex.PgConnectionConfig,
    pool: { min: 0, max: 10 },
  })
}

export interface SqliteConnection {
  pragma?: (sql: string) => unknown
  exec: (sql: string, done?: (error: Error | null) => void) => unknown
}

/** SQLite waits this long for another process. */
export const BUSY_TIMEOUT_MS = 5000

const PRAGMAS = [
  'foreign_keys = ON',
  `busy_timeout = ${BUSY_TIMEOUT_MS}`,
  // FULL: a power cut loses no act that the page has said is done.
  'synchronous = FULL',
  'secure_delete = ON',
  // Without it, `insert or replace` deletes a row without asking the guard against deleting.
  'recursive_triggers = ON',
  'journal_mode = WAL',
]

function openSqlite(client: 'sqlite3' | 'better-sqlite3', filename: string): Db {
  if (filename !== ':memory:') mkdirSync(path.dirname(filename), { recursive: true })
  return knex({
    client,
    connection: { filename },
    useNullAsDefault: true,
    // One connection: with several, read-then-write transactions would meet SQLITE_BUSY.
    pool: {
      min: 1,
      max: 1,
      afterCreate: (connection: SqliteConnection, done: (error: Error | null) => void) => {
        setPragmas(connection, PRAGMAS, done)
      },
    },
  })
}

/** In one go, since each statement by itself is a way to the driver's thread and back. What the pragmas answer is not told. */
export function setPragmas(
  connection: SqliteConnection,
  pragmas: readonly string[],
  done: (error: Error | null) => void,
): void {
  if (connection.pragma) {
    for (const pragma of pragmas) connection.pragma(pragma)
    done(null)
  } else {
    connection.exec(pragmas.map((pragma) => `PRAGMA ${pragma};`).join(' '), done)
  }
}

export function isPostgres(db: Db): boolean {
  return (db.client as { dialect: string }).dialect === 'postgresql'
}

/** After many new rows: PostgreSQL plans by its last count, and would search a long roll as if it were empty. */
export async function countRowsAnew(db: Db, tables: readonly string[]): Promise<void> {
  if (!isPostgres(db)) return
  for (const table of tables) await db.raw('analyze ??', [table])
}

export async function isUp(db: Db): Promise<boolean> {
  return db
    .raw('select 1')
    .timeout(5000)
    .then(
      () => true,
      () => false,
    )
}

/** True when a unique index or a no-overlap guard refused. */
export function isTaken(error: unknown): boolean {
  const { code, message } = describe(error)
  return (
    code === '23505' ||
    code === '23P01' ||
    /UNIQUE constraint|PRIMARYKEY|_no_overlap|_one_/.test(`${code} ${message}`)
  )
}

/** True when the guard, check or foreign key refused. The names are the same on both engines. */
export function refusedBy(error: unknown, guard: string): boolean {
  const { constraint, message } = describe(error)
  return constraint === guard || message.includes(guard)
}

function describe(error: unknown): { code: string; message: string; constraint: string } {
  const { code, message, constraint } = error as { code?: string; message?: string; constraint?: string }
  return { code: code ?? '', message: message ?? '', constraint: constraint ?? '' }
}

/** A value that the database computes from the row, for columns typed with plain values only. */
export function computed(expression: Knex.Raw | Knex.Ref<string, object>): never {
  return expression as never
}
