import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '../models/core/db.ts'
import { measureBox } from './box.ts'
import { measureCasting } from './booth.ts'
import { measureExchange } from './exchange.ts'
import { measurePages } from './pages.ts'
import { measureResultPage } from './result_page.ts'
import { measureRoll } from './roll.ts'
import { measureRoster } from './roster.ts'
import type { Row } from './row.ts'
import { benchConfig } from './settings.ts'

type Measure = (folder: string) => Promise<Row[]>

const PARTS: readonly (readonly [name: string, measure: Measure])[] = [
  ['roster', (folder) => measureRoster((name) => openScratch(folder, name))],
  ['pages', measurePages],
  ['exchange', measureExchange],
  ['casting', measureCasting],
  ['roll', (folder) => measureRoll((name) => openScratch(folder, name))],
  ['box', measureBox],
  ['result_page', measureResultPage],
]

/** All parts, or those named by `--only roll,box`. */
function measuresIn(args: readonly string[]): Measure[] {
  const at = args.indexOf('--only')
  if (at < 0) return PARTS.map(([, measure]) => measure)
  const names = PARTS.map(([name]) => name)
  const wanted = args[at + 1]?.split(',') ?? []
  if (wanted.length === 0 || !wanted.every((name) => names.includes(name)))
    throw new Error(`--only takes of: ${names.join(', ')}`)
  return PARTS.filter(([name]) => wanted.includes(name)).map(([, measure]) => measure)
}

async function run(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'raadsbogen-bench-'))
  try {
    const rows: Row[] = []
    for (const measure of measuresIn(process.argv)) rows.push(...(await measure(folder)))
    print(rows)
    process.exitCode = rows.every(({ met }) => met) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function openScratch(folder: string, name: string) {
  const config = benchConfig(path.join(folder, `${name}.sqlite`))
  return { db: openDatabase(config.database), statutesFile: config.statutesFile }
}

function print(rows: Row[]): void {
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ rows })}\n`)
    return
  }
  for (const { name, value, baseline, ratio, target, better, met } of rows) {
    const wanted = `${better === 'higher' ? 'at least' : 'at most'} ${target}`
    process.stdout.write(
      `${met ? 'met   ' : 'MISSED'} ${name.padEnd(24)} ${value.toFixed(1)} / ${baseline.toFixed(1)} = ${ratio} (${wanted})\n`,
    )
  }
}

await run()
