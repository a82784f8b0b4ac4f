import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DatabaseConfig } from '../config.ts'
import { openDatabase } from '../models/core/db.ts'
import { migrate } from '../models/core/migrate.ts'
import { freezeNew } from '../migrations/schema/frozen.ts'
import { describeSchema, schemaFile } from '../migrations/schema/describe.ts'

/**
 * After a new migration: writes down the schema of SQLite, and of PostgreSQL when the first argument is the address
 * of a server, and lists the checksums of migrations that are not listed yet.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'raadsbogen-schema-'))
try {
  await write({ client: 'sqlite3', filename: path.join(folder, 'schema.sqlite') })
  const [url] = process.argv.slice(2)
  if (url) await onNewDatabase(url, (connectionString) => write({ client: 'pg', connectionString }))
  for (const file of freezeNew()) process.stdout.write(`frozen: ${file}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function write(config: DatabaseConfig): Promise<void> {
  const db = openDatabase(config)
  try {
    await migrate(db)
    writeFileSync(schemaFile(db), await describeSchema(db))
    process.stdout.write(`written: ${path.relative('.', schemaFile(db))}\n`)
  } finally {
    await db.destroy()
  }
}

async function onNewDatabase(url: string, run: (url: string) => Promise<void>): Promise<void> {
  const server = openDatabase({ client: 'pg', connectionString: url })
  const name = `schema_${process.pid}`
  try {
    await server.raw('create database ??', [name])
    await run(Object.assign(new URL(url), { pathname: `/${name}` }).href)
  } finally {
    await server.raw('drop database if exists ??', [name])
    await server.destroy()
  }
}
