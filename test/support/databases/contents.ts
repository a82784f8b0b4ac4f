import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import type { DatabaseConfig } from '../../../config.ts'
import type { Db } from '../../../models/core/db.ts'
import { settled } from '../../../models/core/jobs.ts'
import type { CouncilName } from '../../../models/statutes/versions.ts'
import type { Content } from './remembered.ts'
import { closeAll, rowsOf, shapeOf } from './reuse.ts'
import { administer, nameOf } from './server.ts'

/** What every database of a run is copied from. */
export interface Template {
  config: DatabaseConfig
  council: CouncilName
  /** On PostgreSQL, for emptying a used database and filling it anew; undefined where the user may not. */
  rows: string | undefined
  shape: string
}

interface Opened {
  db: Db
  config: DatabaseConfig
}

const made = new Set<string>()

/** On SQLite a database is a file, which is copied whole. */
export function fileOf({ db, config }: Opened, source: Template): Content {
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

/** On PostgreSQL a database is emptied, and gets its rows in one statement. */
export function rowsIn({ db, config }: Opened, source: Template): Content {
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
    await closeAll(db)
    await administer((server) => server.raw('drop database ?? with (force)', [name]))
    db.initialize()
  }
  made.add(name)
  await administer((server) => server.raw('create database ?? template ??', [name, nameOf(source.config)]))
  return false
}
