import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type DatabaseConfig, projectRoot } from '../../config.ts'
import { clockOf } from '../../models/core/dates.ts'
import { openDatabase, type Db } from '../../models/core/db.ts'
import { settled } from '../../models/core/jobs.ts'
import { migrate } from '../../models/core/migrate.ts'
import { loadStatutes } from '../../models/council/statutes/loading.ts'
import { latestStatutes, type CouncilName } from '../../models/statutes/versions.ts'
import { around, runName } from './around.ts'
import { beforeOpening, rememberOn, type Content } from './remembered.ts'
import { endTest, isForOneTest, isForThisTestAlone, mayLayRows, rowsOf, shapeOf, usedOr } from './reuse.ts'

/** The suite runs on PostgreSQL when TEST_DATABASE_URL is set, otherwise on SQLite by the driver of TEST_DB_CLIENT. */
const postgresUrl = process.env.TEST_DATABASE_URL ?? ''
const sqliteClient = process.env.TEST_DB_CLIENT === 'better-sqlite3' ? 'better-sqlite3' : 'sqlite3'
export const onPostgres = postgresUrl !== ''

const folder = mkdtempSync(path.join(tmpdir(), 'raadsbogen-test-'))
interface Opened {
  db: Db
  config: DatabaseConfig
}

/** What every database of a run is copied from. */
interface Template {
  config: DatabaseConfig
  council: CouncilName
  /** On PostgreSQL, for emptying a used database and filling it anew; undefined where the user may not. */
  rows: string | undefined
  shape: string
}

const ofTest = new Set<Opened>()
const opened = new Set<Opened>()
let count = 0
let template: Promise<Template> | undefined
const made = new Set<string>()

/** A migrated database with the statutes of Randers, copied from one that is made once in a run. */
export async function aDatabase(): Promise<Db> {
  return (await aRememberingDatabase()).db
}

/** A database like that of `aDatabase`, with the settings to open it a second time (another process, a restart). */
export async function aDatabaseWithConfig(): Promise<Opened> {
  const database = await aRememberingDatabase()
  await beforeOpening(database.db)
  return database
}

/** A database like that of `aDatabase`, which is not there before it is used. */
export async function aRememberingDatabase(): Promise<Opened & { council: CouncilName }> {
  const source = await (template ??= makeTemplate())
  const { council } = source
  if (isForThisTestAlone() || (onPostgres && source.rows === undefined))
    return { ...open(await copyOf(source.config)), council }
  const database = open(onPostgres ? usedOr(nextConfig) : nextConfig())
  rememberOn(database.db, onPostgres ? rowsIn(database, source) : fileOf(database, source))
  return { ...database, council }
}

function fileOf({ db, config }: Opened, source: Template): Content {
  const { filename } = config as { filename: string }
  const isOpen = () => ((db.client as { pool?: { numFree(): number } }).pool?.numFree() ?? 0) > 0
  return {
    keep: async () => {
      await settled(db)
      await db.raw('pragma wal_checkpoint(truncate)')
      return readFileSync(filename)
    },
    lay: async (kept) => {
      if (isOpen()) {
        await db.destroy()
        db.initialize()
      }
      if (kept === undefined) copyFileSync((source.config as { filename: string }).filename, filename)
      else writeFileSync(filename, kept as Buffer)
    },
  }
}

function rowsIn({ db, config }: Opened, source: Template): Content {
  let isSure = false
  return {
    keep: async () => {
      await settled(db)
      return rowsOf(db)
    },
    lay: async (kept) => {
      const isNew = !isSure && !(await isAsMade(db, config, source))
      isSure = true
      if (!isNew || kept !== undefined) await db.raw((kept as string | undefined) ?? source.rows ?? '')
    },
  }
}

/** False for a database that had to be made: a test may have taken guards or tables away from a used one. */
async function isAsMade(db: Db, config: DatabaseConfig, source: Template): Promise<boolean> {
  const name = nameOf(config)
  if (made.has(name)) {
    if ((await shapeOf(db)) === source.shape) return true
    await db.destroy()
    await administer((server) => server.raw('drop database ?? with (force)', [name]))
    db.initialize()
    isSeldomIdle(db)
  }
  made.add(name)
  await administer((server) => server.raw('create database ?? template ??', [name, nameOf(source.config)]))
  return false
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
  if (config.client === 'pg') isSeldomIdle(database.db)
  ;(isForOneTest() ? ofTest : opened).add(database)
  return database
}

/** Hundreds of databases in one run: a server has too few connections to keep each test's open for long. */
function isSeldomIdle(db: Db): void {
  Object.assign((db.client as { pool: object }).pool, { idleTimeoutMillis: 200 })
}

async function makeTemplate(): Promise<Template> {
  const config = await nothingYet()
  const db = openDatabase(config)
  await migrate(db)
  const clock = clockOf(() => new Date('2018-01-01T08:00:00Z'))
  const json: unknown = JSON.parse(
    await readFile(path.join(projectRoot, 'statutes/randers-2018.json'), 'utf8'),
  )
  await loadStatutes(db, { accountId: null, name: 'Rådsbogen', clock }, json)
  const { council } = (await latestStatutes(db)).statutes
  const rows = onPostgres && (await mayLayRows(db)) ? await rowsOf(db) : undefined
  const shape = onPostgres ? await shapeOf(db) : ''
  await db.destroy()
  return { config, council, rows, shape }
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
  count += 1
  const name = `rb_${runName()}_${process.pid}_${count}`
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
