import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '../../config.ts'
import { openDatabase, type Db } from '../../models/core/db.ts'
import { registered, runName } from '../support/around.ts'
import { anApp } from '../support/app.ts'
import { makeHashesCheap } from '../support/cheap_hashes.ts'
import { onPostgres, postgresUrl, sqliteClient } from '../support/databases/server.ts'
import { attack, type Attacked } from './attack.ts'
import { casesOf, type Case, keyOf } from './cases.ts'
import { figureOf, type Figure } from './figure.ts'
import { attackLargeBox, type LargeBox } from './large_box.ts'
import { largeFigureOf, type LargeFigure, largeHeadingOf, largeLineOf } from './large_figure.ts'
import { headingOf, lineOf, linesIn, writeLine, writeTable } from './table.ts'
import { verdictsOn } from './verdict.ts'

/** How many elections with so many voters: of few voters chance alone makes much of an order. */
const ELECTIONS: Readonly<Record<number, number>> = { 12: 32, 40: 8, 200: 2 }

/**
 * Holds elections on both engines, PostgreSQL on a server of its own in a second process, and prints each row of figures
 * when it is done. `--only postgres`, `--only postgres:200:3`: these rows. `--write`: into docs/sikkerhed.md too.
 * `--missing`: only rows that are not there yet, as after a run that was stopped. `--large`: large boxes, and nothing else.
 */
async function run(): Promise<void> {
  if (process.argv.includes('--large')) {
    await runLarge()
    return
  }
  const wanted = casesOf(process.argv, linesIn())
  if (onPostgres) {
    await hold(wanted, (figure) => process.stdout.write(`${JSON.stringify(figure)}\n`))
    return
  }
  process.stdout.write(headingOf())
  await hold(
    wanted.filter(({ engine }) => engine === 'sqlite'),
    show,
  )
  const others = wanted.filter(({ engine }) => engine === 'postgres')
  if (others.length > 0) await onPostgresToo(others)
}

function show(figure: Figure): void {
  process.stdout.write(lineOf(figure))
  if (process.argv.includes('--write')) writeLine(figure)
}

async function hold(cases: readonly Case[], done: (figure: Figure) => void): Promise<void> {
  runName()
  makeHashesCheap()
  const version = await versionOf()
  for (const one of cases) {
    const elections = ELECTIONS[one.voters] ?? 1
    process.stderr.write(`${keyOf(one)}: ${elections} elections\n`)
    const held: Attacked[][] = []
    while (held.length < elections) {
      // The first goes through the pages, the others by the acts behind them, which write the same. Of the server's own
      // log, which has the same each time, one election is enough.
      const isFirst = held.length === 0
      const how = { way: isFirst ? 'pages' : 'acts', withLog: isFirst } as const
      held.push(await attack(one.voters, one.tablets, how).finally(closeAll))
    }
    done(figureOf({ ...one, version, elections, day: today() }, verdictsOn(held)))
  }
}

/** How many large boxes on each engine. */
const BOXES = 2

async function runLarge(): Promise<void> {
  const here = await holdLarge()
  if (onPostgres) {
    process.stdout.write(`${JSON.stringify(here)}\n`)
    return
  }
  const figures = [here, ...(await fromPostgres<LargeFigure>(['--large']))]
  const table = largeHeadingOf() + figures.map(largeLineOf).join('')
  process.stdout.write(table)
  for (const { engine, blocks } of figures) process.stdout.write(`${engine}: ${JSON.stringify(blocks)}\n`)
  if (process.argv.includes('--write')) writeTable('largeBoxes', table)
}

async function holdLarge(): Promise<LargeFigure> {
  runName()
  makeHashesCheap()
  const held: LargeBox[] = []
  while (held.length < BOXES) held.push(await anApp().then(attackLargeBox).finally(closeAll))
  const boxes = {
    ...{ engine: onPostgres ? ('postgres' as const) : ('sqlite' as const), version: await versionOf() },
    ...{ boxes: BOXES, day: today() },
  }
  const verdicts = verdictsOn(held.map(({ copy }) => [copy]))
  const blocks = held.map((box) => box.blocks)
  return largeFigureOf(boxes, verdicts, onPostgres ? blocks : [])
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

async function closeAll(): Promise<void> {
  for (const hooks of registered()) await hooks.afterAll?.()
}

async function versionOf(): Promise<string> {
  const db: Db = onPostgres
    ? openDatabase({ client: 'pg', connectionString: postgresUrl })
    : openDatabase({ client: sqliteClient, filename: ':memory:' })
  try {
    const ask = onPostgres ? 'show server_version' : 'select sqlite_version() as server_version'
    const found = await db.raw<{ rows: { server_version: string }[] } | { server_version: string }[]>(ask)
    const [row] = 'rows' in found ? found.rows : found
    return row?.server_version.split(' ')[0] ?? ''
  } finally {
    await db.destroy()
  }
}

async function onPostgresToo(cases: readonly Case[]): Promise<void> {
  await fromPostgres<Figure>(
    cases.flatMap((one) => ['--only', keyOf(one)]),
    show,
  )
}

/** What the second process finds, each as soon as it is there. */
async function fromPostgres<Found>(
  only: readonly string[],
  found: (one: Found) => void = () => undefined,
): Promise<Found[]> {
  const again = [process.execPath, '--import', 'tsx', import.meta.filename, ...only]
  const script = path.join(projectRoot, 'test/support/with_postgres.sh')
  const child = spawn(script, again, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve)
  })
  const all: Found[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const one = JSON.parse(line) as Found
    all.push(one)
    found(one)
  }
  const status = await ended
  if (status !== 0) throw new Error(`the elections on PostgreSQL ended with ${status}`)
  return all
}

await run()
process.exit(0)
