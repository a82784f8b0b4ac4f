import { existsSync, readFileSync } from 'node:fs'
import type { Db } from '../../models/core/db.ts'
import { onPostgres } from './databases/server.ts'

/** Every row of every table, in the order in which the database gives them when it is asked for none. */
export async function everyRow(db: Db): Promise<Record<string, Record<string, unknown>[]>> {
  const names = onPostgres
    ? await db('pg_tables').where({ schemaname: 'public' }).pluck<string[]>('tablename')
    : await db('sqlite_master').where({ type: 'table' }).pluck<string[]>('name')
  const tables: Record<string, Record<string, unknown>[]> = {}
  for (const name of names.sort()) {
    const rows = await db(name).select<Record<string, unknown>[]>()
    tables[name] = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, readable(value)])),
    )
  }
  return tables
}

/** Bytes as hex: a list of figures would look like a list of ids. */
function readable(value: unknown): unknown {
  return Buffer.isBuffer(value) ? value.toString('hex') : value
}

/**
 * The files themselves, byte by byte, as a person with the disk would read them: on SQLite the database and its log, on
 * PostgreSQL the file of each table and each index.
 */
export async function everyFile(db: Db): Promise<Buffer[]> {
  if (onPostgres) return postgresFiles(db)
  const { filename } = (db.client as { config: { connection: { filename: string } } }).config.connection
  return ['', '-wal']
    .map((end) => filename + end)
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file))
}

async function postgresFiles(db: Db): Promise<Buffer[]> {
  // What is only in the server's memory goes to the files first.
  await db.raw('checkpoint')
  const { rows } = await db.raw<{ rows: { bytes: Buffer }[] }>(
    `select pg_read_binary_file(pg_relation_filepath(oid), 0, 1000000000, true) as bytes from pg_class
     where relkind in ('r', 'i', 't') and relnamespace in ('public'::regnamespace, 'pg_toast'::regnamespace)
     and pg_relation_filepath(oid) is not null and oid >= 16384`,
  )
  return rows.map(({ bytes }) => bytes)
}

/** Every place in the files where a text stands, the files laid one after the other. */
export function placesOf(files: readonly Buffer[], text: string | Buffer): number[] {
  const places: number[] = []
  let before = 0
  for (const file of files) {
    for (let at = file.indexOf(text); at >= 0; at = file.indexOf(text, at + 1)) places.push(before + at)
    before += file.length
  }
  return places
}

/**
 * How far one order follows another (Kendall's tau): 1 when they are the same, -1 backwards, near 0 when unrelated.
 * `order` holds, for each place of the second order, the place in the first.
 */
export function kendallTau(order: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < order.length; i += 1)
    for (let j = i + 1; j < order.length; j += 1) sum += Math.sign((order[j] ?? 0) - (order[i] ?? 0))
  return sum / ((order.length * (order.length - 1)) / 2)
}
