import type { DatabaseConfig } from '../../../config.ts'
import { openDatabase, type Db } from '../../../models/core/db.ts'

/** The suite runs on PostgreSQL when TEST_DATABASE_URL is set, otherwise on SQLite by the driver of TEST_DB_CLIENT. */
export const postgresUrl = process.env.TEST_DATABASE_URL ?? ''
export const sqliteClient = process.env.TEST_DB_CLIENT === 'better-sqlite3' ? 'better-sqlite3' : 'sqlite3'
export const onPostgres = postgresUrl !== ''

export function nameOf(config: DatabaseConfig): string {
  return config.client === 'pg' ? new URL(config.connectionString).pathname.slice(1) : config.filename
}

/** Removes every database of the run from the server, of all its processes. */
export async function removeDatabasesOf(run: string): Promise<void> {
  await administer(async (db) => {
    const names = await db('pg_database').whereLike('datname', `rb\\_${run}\\_%`).pluck<string[]>('datname')
    for (const name of names) await db.raw('drop database if exists ?? with (force)', [name])
  })
}

export async function administer(run: (db: Db) => Promise<unknown>): Promise<void> {
  const db = openDatabase({ client: 'pg', connectionString: postgresUrl })
  try {
    await run(db)
  } finally {
    await db.destroy()
  }
}
