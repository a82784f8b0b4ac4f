import { copyFileSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type DatabaseConfig, projectRoot } from '../../config.ts'
import { clockOf } from '../../models/core/dates.ts'
import { openDatabase, type Db } from '../../models/core/db.ts'
import { settled } from '../../models/core/jobs.ts'
import { migrate } from '../../models/core/migrate.ts'
import { loadStatutes } from '../../models/council/statutes/loading.ts'
import { latestStatutes, type CouncilName } from '../../models/statutes/versions.ts'
import { around, runName } from './around.ts'
import { fileOf, rowsIn, type Template } from './databases/contents.ts'
import { beforeOpening, rememberOn } from './databases/remembered.ts'
import {
  closeButKeepConnections,
  endTest,
  isForOneTest,
  isForThisTestAlone,
  mayLayRows,
  rowsOf,
  shapeOf,
  takeUsed,
  type Used,
  withConnectionsOf,
} from './databases/reuse.ts'
import { folder } from './databases/folder.ts'
import { asSystem } from './databases/keys.ts'
import { administer, nameOf, onPostgres, postgresUrl, sqliteClient } from './databases/server.ts'

interface Opened {
  db: Db
  config: DatabaseConfig
  /** For a database that goes to another test afterwards. */
  used?: Used | undefined
}

const ofTest = new Set<Opened>()
const opened = new Set<Opened>()
let count = 0
let template: Promise<Template> | undefined
let migrated: Promise<DatabaseConfig> | undefined

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
  const used = onPostgres ? takeUsed(nextConfig) : undefined
  const database = open(used?.config ?? nextConfig(), used)
  rememberOn(database.db, onPostgres ? rowsIn(database, source) : fileOf(database, source))
  return { ...database, council }
}

/** Without tables. */
export async function anEmptyDatabase(): Promise<Opened> {
  return open(await nothingYet())
}

/** Without statutes, as an installation is before its first start is done. */
export async function aMigratedDatabase(): Promise<Opened> {
  return open(await copyOf(await (migrated ??= migrateOne())))
}

async function migrateOne(): Promise<DatabaseConfig> {
  const config = await nothingYet()
  const db = openDatabase(config)
  await migrate(db)
  await db.destroy()
  return config
}

async function nothingYet(): Promise<DatabaseConfig> {
  const config = nextConfig()
  if (config.client === 'pg') await administer((db) => db.raw('create database ??', [nameOf(config)]))
  return config
}

function open(config: DatabaseConfig, used?: Used): Opened {
  const db = openDatabase(config)
  if (used) withConnectionsOf(db, used)
  // Hundreds of databases in one run: a server has too few connections to keep all of them open for long.
  else if (config.client === 'pg')
    Object.assign((db.client as { pool: object }).pool, { idleTimeoutMillis: 200 })
  const database = { db, config, used }
  ;(isForOneTest() ? ofTest : opened).add(database)
  return database
}

async function makeTemplate(): Promise<Template> {
  const config = await nothingYet()
  const db = openDatabase(config)
  await migrate(db)
  const clock = clockOf(() => new Date('2018-01-01T08:00:00Z'))
  const json: unknown = JSON.parse(
    await readFile(path.join(projectRoot, 'statutes/randers-2018.json'), 'utf8'),
  )
  await loadStatutes(db, asSystem(clock), json)
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

around({
  /** Closes the databases of the test, so that nothing it left running can reach the next one. */
  afterEach: async () => {
    await close(ofTest)
    await endTest()
  },
  afterAll: () => close(opened),
})

async function close(databases: Set<Opened>): Promise<void> {
  const done = [...databases]
  databases.clear()
  for (const { db, config, used } of done) {
    await settled(db)
    if (used) await closeButKeepConnections(db, used)
    else await db.destroy()
    if (config.client !== 'pg') rmSync(config.filename, { force: true })
  }
}
