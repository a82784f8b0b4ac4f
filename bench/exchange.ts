import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { bySystem } from '../models/core/audit.ts'
import { addDays, isoDate, systemClock } from '../models/core/dates.ts'
import { openDatabase, type Db } from '../models/core/db.ts'
import { openDraft } from '../models/exchange/import/imports.ts'
import { storeImport } from '../models/exchange/import/storing.ts'
import { csvLine } from '../models/exchange/export/files.ts'
import { migrate } from '../models/core/migrate.ts'
import { loadStatutes } from '../models/council/statutes/loading.ts'
import { startChild } from './child.ts'
import { compareLoad } from './load.ts'
import { signIn } from './pages.ts'
import { median, row, type Row } from './row.ts'
import { seed } from './seed.ts'
import { BENCH_KEYS, benchConfig } from './settings.ts'

const MEMBERSHIPS = 10_000
const ROUNDS = 3
const BATCH = 500
const MOST_MEMORY_MB = 200
const MEGABYTE = 1024 * 1024
const BY = bySystem(systemClock, BENCH_KEYS)

/** Measured at 10,000 memberships; open data are asked for again by a program that has them already. */
export async function measureExchange(folder: string): Promise<Row[]> {
  return [await measureImport(folder), ...(await measureServed(folder))]
}

/** Memberships a second from a file to the last line of the log, beside the same rows put straight into the tables. */
async function measureImport(folder: string): Promise<Row> {
  const values: number[] = []
  const baselines: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = await emptyCouncil(path.join(folder, `import-${round}.sqlite`))
    const bare = await emptyCouncil(path.join(folder, `bare-${round}.sqlite`))
    const seats = await ours('seats').orderBy('number').pluck('slug')
    values.push(await perSecond(() => importOf(ours, rosterOf(seats))))
    const rows = await rowsOf(ours)
    baselines.push(await perSecond(() => insertBare(bare, rows)))
    await ours.destroy()
    await bare.destroy()
  }
  return row('import_10000', { value: median(values), baseline: median(baselines) }, 0.3, 'higher')
}

async function emptyCouncil(filename: string): Promise<Db> {
  const config = benchConfig(filename)
  const db = openDatabase(config.database)
  await migrate(db)
  await loadStatutes(db, BY, JSON.parse(await readFile(config.statutesFile, 'utf8')))
  return db
}

/** Fills every seat from 2012 on, with a new member every three days. */
function rosterOf(seats: readonly string[]): Buffer {
  const lines = [csvLine(['plads', 'navn', 'fra', 'til'])]
  const first = isoDate('2012-01-01')
  for (let n = 0; n < MEMBERSHIPS; n += 1) {
    const from = addDays(first, 3 * Math.floor(n / seats.length))
    lines.push(csvLine([seats[n % seats.length] ?? '', `Medlem ${n}`, from, addDays(from, 2)]))
  }
  return Buffer.from(lines.join(''))
}

async function perSecond(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return MEMBERSHIPS / ((performance.now() - started) / 1000)
}

async function importOf(db: Db, content: Buffer): Promise<void> {
  const { id } = await openDraft(db, BY, { name: 'medlemmer.csv', content }, 'file')
  await storeImport(db, BY, id, { skipWrong: false, reasonNames: [], decidedBy: '' })
  const stored = await db('memberships').pluck('id')
  // A membership that goes over the end of a term becomes two.
  if (stored.length < MEMBERSHIPS) throw new Error(`${stored.length} memberships were stored`)
}

interface Rows {
  terms: object[]
  people: object[]
  memberships: object[]
}

async function rowsOf(db: Db): Promise<Rows> {
  const [terms, people, memberships] = await Promise.all([
    db('terms').orderBy('id'),
    db('people').orderBy('id'),
    db('memberships').orderBy('id'),
  ])
  return { terms: terms.slice(3), people, memberships }
}

/** One transaction and as few statements as the engine takes; only the database checks the rows. */
async function insertBare(db: Db, rows: Rows): Promise<void> {
  await db.transaction(async (trx) => {
    for (const table of ['terms', 'people', 'memberships'] as const)
      for (let start = 0; start < rows[table].length; start += BATCH)
        await trx(table as string).insert(rows[table].slice(start, start + BATCH))
  })
}

async function measureServed(folder: string): Promise<Row[]> {
  const filename = path.join(folder, 'exchange.sqlite')
  const config = benchConfig(filename)
  const db = openDatabase(config.database)
  await seed(db, config.statutesFile, MEMBERSHIPS)
  await db.destroy()
  const app = await startChild('app_server', { filename })
  try {
    // First the files, so that what the load leaves behind does not count as idle.
    const exports = await measureExports(app)
    return [await measureAgain(app.origin), ...exports]
  } finally {
    await app.stop()
  }
}

/** 304 for a program that has the roster, beside a bare Express's own 304. */
async function measureAgain(origin: string): Promise<Row> {
  const url = `${origin}/aabne-data/raad`
  const whole = await fetch(url)
  const bytes = String((await whole.text()).length)
  const bare = await startChild('bare_data_server', { bytes })
  try {
    const known = await fetch(bare.origin)
    const ours = { url, etag: whole.headers.get('etag') ?? '' }
    const measured = await compareLoad(ours, { url: bare.origin, etag: known.headers.get('etag') ?? '' }, 10)
    return row('open_data_304', measured, 0.8, 'higher')
  } finally {
    await bare.stop()
  }
}

/** The most megabytes above what the idle server holds, while everything is fetched. */
async function measureExports(app: Awaited<ReturnType<typeof startChild>>): Promise<Row[]> {
  const cookie = await signIn(app.origin)
  const idle = await app.memory()
  const rows: Row[] = []
  for (const [name, file] of [
    ['export_popolo_memory_mb', 'popolo.json'],
    ['export_excel_memory_mb', 'historik.xlsx'],
  ] as const) {
    const answer = await fetch(`${app.origin}/kontor/ind-og-ud/hent/${file}`, { headers: { cookie } })
    const { byteLength } = await answer.arrayBuffer()
    if (answer.status !== 200 || byteLength < 100_000) throw new Error(`${file}: ${byteLength} bytes`)
    const above = Math.max(0, (await app.ask<number>('peak')) - idle) / MEGABYTE
    rows.push(row(name, { value: Math.round(above), baseline: MOST_MEMORY_MB }, 1, 'lower'))
  }
  return rows
}
