import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { projectRoot } from '../../config.ts'
import { registered, runName } from '../support/around.ts'
import { makeHashesCheap } from '../support/cheap_hashes.ts'
import { onPostgres } from '../support/databases/server.ts'
import { attack, type Attacked, type Moment, MOMENTS } from './attack.ts'
import { mostByChance, type Verdict, verdictsOn } from './verdict.ts'

/** How many elections with so many voters: of few voters chance alone makes much of an order. */
const ELECTIONS: Readonly<Record<number, number>> = { 12: 12, 40: 4, 200: 2 }
const TABLETS = [1, 3, 5]

const ENGINE = onPostgres ? 'PostgreSQL' : 'SQLite'

interface Figure {
  engine: typeof ENGINE
  voters: number
  tablets: number
  elections: number
  verdicts: Verdict[]
}

/**
 * Holds the elections on SQLite, and in a second process on a PostgreSQL server of its own, and prints what the copies
 * tell: `--json` as data, else as the table of docs/sikkerhed.md.
 */
async function run(): Promise<void> {
  runName()
  makeHashesCheap()
  const figures: Figure[] = []
  for (const [voters, elections] of Object.entries(ELECTIONS))
    for (const tablets of TABLETS) {
      process.stderr.write(`${ENGINE}: ${elections} elections of ${voters} voters on ${tablets} tablets\n`)
      figures.push(await figureOf(Number(voters), tablets, elections))
    }
  for (const hooks of registered()) await hooks.afterAll?.()
  if (!onPostgres) figures.push(...figuresOnPostgres())
  process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(figures)}\n` : tableOf(figures))
}

async function figureOf(voters: number, tablets: number, elections: number): Promise<Figure> {
  const held: Attacked[][] = []
  while (held.length < elections)
    held.push(await attack(voters, tablets, { withLog: onPostgres && voters === 12 }))
  return { engine: ENGINE, voters, tablets, elections, verdicts: verdictsOn(held) }
}

function figuresOnPostgres(): Figure[] {
  const script = path.join(projectRoot, 'test/support/with_postgres.sh')
  const again = [process.execPath, '--import', 'tsx', import.meta.filename, '--json']
  const { stdout, status } = spawnSync(script, again, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 30,
  })
  if (status !== 0) throw new Error(`the elections on PostgreSQL ended with ${status}`)
  return JSON.parse(stdout) as Figure[]
}

const HEADINGS: Record<Moment, string> = {
  half: 'halvvejs',
  voted: 'alle har stemt',
  closed: 'lukket',
  opened: 'åbnet',
  certified: 'godkendt',
  erased: 'liste slettet',
}

/**
 * The largest tau of any clue at each moment, and the most right links that two orders gave: one for each election is
 * chance. The server's own log stands apart.
 */
function tableOf(figures: readonly Figure[]): string {
  const lines = figures.map(({ engine, voters, tablets, elections, verdicts }) => {
    const files = verdicts.filter(({ clue }) => !clue.includes('pg_wal'))
    const cells = MOMENTS.map((moment) => largest(files, moment))
    const links = files.filter(({ of }) => of === 'links').map(({ right }) => right)
    const right = `${Math.max(0, ...links)} (${mostByChance(elections)})`
    return [engine, voters, tablets, elections, ...cells, right]
  })
  const heading = [
    '',
    'vælgere',
    'tablets',
    'valg',
    ...MOMENTS.map((moment) => HEADINGS[moment]),
    'flest rigtige koblinger (højst ved tilfælde)',
  ]
  return [heading, heading.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

function largest(verdicts: readonly Verdict[], moment: Moment): string {
  const taus = verdicts
    .filter((one) => one.moment === moment && one.of === 'ballots')
    .map(({ tau }) => Math.abs(tau))
  return Math.max(0, ...taus)
    .toFixed(3)
    .replace('.', ',')
}

await run()
process.exit(0)
