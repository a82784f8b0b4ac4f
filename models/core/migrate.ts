import { migrationSource } from '../../migrations/index.ts'
import { isPostgres, type Db } from './db.ts'

/**
 * Brings the database to the newest shape. On SQLite foreign keys are off meanwhile (rebuilding a table would delete
 * what hangs on it) and checked afterwards.
 */
export async function migrate(db: Db): Promise<void> {
  await withoutForeignKeys(db, () => db.migrate.latest({ migrationSource }))
}

/** Takes everything down again; for tests. */
export async function rollback(db: Db): Promise<void> {
  await withoutForeignKeys(db, () => db.migrate.rollback({ migrationSource }, true))
}

/** On SQLite foreign keys are off while `run` runs, as they are for every migration. */
export async function withoutForeignKeys(db: Db, run: () => Promise<unknown>): Promise<void> {
  if (isPostgres(db)) {
    await run()
    return
  }
  await db.raw('PRAGMA foreign_keys = OFF')
  try {
    await run()
  } finally {
    await db.raw('PRAGMA foreign_keys = ON')
  }
  const broken = await db.raw<unknown[]>('PRAGMA foreign_key_check')
  if (broken.length > 0) throw new Error(`migration left ${broken.length} broken references`)
}
