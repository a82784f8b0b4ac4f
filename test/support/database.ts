import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type DatabaseConfig, projectRoot } from '../../config.ts'
import { clockOf } from '../../models/core/dates.ts'
import { openDatabase, type Db } from '../../models/core/db.ts'
import { settled } from '../../models/core/jobs.ts'
import { migrate } from '../../models/core/migrate.ts'
import { loadStatutes } from '../../models/council/statutes/loading.ts'
import { around, runName } from './around.ts'
import { endTest, isForOneTest, noteNew, rememberRows, takeUsed } from './reuse.ts'

/** The suite runs on PostgreSQL when TEST_DATABASE_URL is set, otherwise on SQLite by the driver of TEST_DB_CLIENT. */
const postgresUrl = process.env.TEST_DATABASE_URL ?? ''
const sqliteClient = process.env.TEST_DB_CLIENT === 'better-sqlite3' ? 'better-sqlite3' : 'sqlite3'
export const onPostgres = postgresUrl !== ''

const folder = mkdtempSync(path.join(tmpdir(), 'raadsbogen-test-'))
interface Opened {
  db: Db
  config: DatabaseConfig
}

const ofTest = new Set<Opened>()
const opened = new Set<Opened>()
let made = 0
let template: Promise<DatabaseConfig> | undefined

/** A migrated database with the statutes of Randers, copied from one that is made once in a run. */
export async function aDatabase(): Promise<Db> {
  return (await aDatabaseWithConfig()).db
}

/** A database like that of `aDatabase`, with the settings to open it a second time (another process, a restart). */
export async function aDatabaseWithConfig(): Promise<Opened> {
  template ??= makeTemplate()
  const source = await template
  const again = await takeUsed(open)
  if (again) return again
  const made = open(await copyOf(source))
  noteNew(made)
  return made
}

export async function anEmptyDatabase(): Promise<Opened> {
  return open(await nothingYet())
}

async function nothingYet(): Promise<DatabaseConfig> {
  const config = nextConfig()
  if (config.client === 'pg') await administer((db) => db.raw('create database ??', [nameOf(config)]))
  return config
}

function open(config: DatabaseConfig): Opened {
  const database = { db: openDatabase(config), config }
  // Hundreds of databases in one run: a server has too few connections to keep each test's open for long.
  if (config.client === 'pg')
    Object.assign((database.db.client as { pool: object }).pool, { idleTimeoutMillis: 200 })
  ;(isForOneTest() ? ofTest : opened).add(database)
  return database
}

async function makeTemplate(): Promise<DatabaseConfig> {
  const config = await nothingYet()
  const db = openDatabase(config)
  await migrate(db)
  const clock = clockOf(() => new Date('2018-01-01T08:00:00Z'))
  const json: unknown = JSON.parse(
    await readFile(path.join(projectRoot, 'statutes/randers-2018.json'), 'utf8'),
  )
  await loadStatutes(db, { accountId: null, name: 'Rådsbogen', clock }, json)
  if (onPostgres) await rememberRows(db)
  await db.destroy()
  return config
}

async function copyOf(source: DatabaseConfig): Promise<DatabaseConfig> {
  const copy = nextConfig()
  if (copy.client === 'pg') {
    await administer((db) => db.raw('create database ?? template ??', [nameOf(copy), nameOf(source)]))
  } else if (source.client !== 'pg') {
    copyFileSync(source.filename, copy.filename)
  }
  return copy
}

function nextConfig(): DatabaseConfig {
  made += 1
  const name = `rb_${runName()}_${process.pid}_${made}`
  if (!onPostgres) return { client: sqliteClient, filename: path.join(folder, `${name}.sqlite`) }
  const url = new URL(postgresUrl)
  url.pathname = `/${name}`
  return { client: 'pg', connectionString: url.href }
}

function nameOf(config: DatabaseConfig): string {
  return config.client === 'pg' ? new URL(config.connectionString).pathname.slice(1) : config.filename
}

/** Removes every database of the run from the server, of all its processes. */
export async function removeDatabasesOf(run: string): Promise<void> {
  await administer(async (db) => {
    const names = await db('pg_database').whereLike('datname', `rb\\_${run}\\_%`).pluck<string[]>('datname')
    for (const name of names) await db.raw('drop database if exists ?? with (force)', [name])
  })
}

async function administer(run: (db: Db) => Promise<unknown>): Promise<void> {
  const db = openDatabase({ client: 'pg', connectionString: postgresUrl })
  try {
    await run(db)
  } finally {
    await db.destroy()
  }
}

around({
  /** Closes the databases of the test, so that nothing it left running can reach the next one. */
  afterEach: async () => {
    await close(ofTest)
    endTest()
  },
  afterAll: () => close(opened),
})

async function close(databases: Set<Opened>): Promise<void> {
  const done = [...databases]
  databases.clear()
  for (const { db, config } of done) {
    await settled(db)
    await db.destroy()
    if (config.client !== 'pg') rmSync(config.filename, { force: true })
  }
}

process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true })
})
