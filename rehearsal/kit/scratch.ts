import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readConfig, readScratchConfig, type Config } from '../../config.ts'
import { openDatabase, type Db } from '../../models/core/db.ts'

export interface Scratch {
  config: Config
  /** The address, for a look at the database afterwards. */
  where: string
  remove: () => Promise<void>
}

export function scratchSqlite(): Scratch {
  const folder = mkdtempSync(path.join(tmpdir(), 'raadsbogen-'))
  const where = path.join(folder, 'raadsbogen.sqlite')
  return {
    config: readScratchConfig(where),
    where,
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
      return Promise.resolve()
    },
  }
}

/** Stands beside the database of DATABASE_URL, which stays untouched. The user must be allowed to create databases. */
export async function scratchPostgres(name: string): Promise<Scratch> {
  const { database } = readConfig()
  if (database.client !== 'pg') throw new Error('DATABASE_URL skal pege på en PostgreSQL-server')
  const url = new URL(database.connectionString)
  url.pathname = `/${name}`
  await administer(database, (db) => db.raw('create database ??', [name]))
  return {
    config: { ...readScratchConfig(name), database: { client: 'pg', connectionString: url.href } },
    where: name,
    remove: () => administer(database, (db) => db.raw('drop database ?? with (force)', [name])),
  }
}

async function administer(database: Config['database'], run: (db: Db) => Promise<unknown>): Promise<void> {
  const db = openDatabase(database)
  try {
    await run(db)
  } finally {
    await db.destroy()
  }
}
