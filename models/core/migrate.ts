import { migrationSource } from '../../migrations/index.ts'
import { isPostgres, type Db } from './db.ts'

/** True when migrations are still to come. */
export async function isBehind(db: Db): Promise<boolean> {
  const [, pending] = (await db.migrate.list({ migrationSource })) as [unknown[], unknown[]]
  return pending.length > 0
}

export async function migrate(db: Db): Promise<void> {
  await withoutForeignKeys(db, () => db.migrate.latest({ migrationSource }))
}

/** Tests take everything down again with it. */
export async function rollback(db: Db): Promise<void> {
  await withoutForeignKeys(db, () => db.migrate.rollback({ migrationSource }, true))
}

/** With the keys on, SQLite would delete the rows that point at a rebuilt table. They are checked afterwards. */
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
