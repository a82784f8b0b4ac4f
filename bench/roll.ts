import type { Db } from '../models/core/db.ts'
import { settled } from '../models/core/jobs.ts'
import { startClosing } from '../models/elections/polling/closing_job.ts'
import { markVoter } from '../models/elections/roll/marks.ts'
import { insertEntries } from '../models/elections/roll/rows.ts'
import { searchRoll } from '../models/elections/roll/search.ts'
import { seedElection, type SeededElection } from './election_seed.ts'
import { median, row, type Row } from './row.ts'

const SMALL = 1000
const LARGE = 120_000
const MARKED = 200
const SEARCHED = 50
const BATCH = 2000
/** In seconds, from the button to files that no longer tell who came when. */
const LONGEST_CLOSING = 10

const FIRST =
  `Maja Villy Aase Jørn Ditte Svend Oda Poul Elin Holger Birthe Carlo Tove Leif Ester Frode Gerda Mogens
  Ulla Egon Karla Preben Solvej Asta Niels Ågot Verner Lone Otto`.split(/\s+/)
const LAST = `Lund Bjerre Rask Toft Vang Hjort Balle Krogh Lyng Bæk Østby Ravn Kofoed Brix Damm Ågård`.split(
  /\s+/,
)

type Scratch = (name: string) => { db: Db; statutesFile: string }

/** What staff type while a voter waits: some letters of a common name, and names of nobody. */
const TYPED = ['maj', 'maja lu', 'otto zz', 'zz otto']

/** Two common words the other way round, which few have both: many are looked through. */
const TURNED = ['lund maj', 'bæk sve', 'rask maj']

/** Looks for names, finds a voter by name and marks them, on a roll of 120,000 beside one of 1,000; then closes the polls. */
export async function measureRoll(openScratch: Scratch): Promise<Row[]> {
  const small = await rollOf(openScratch, 'roll_small', SMALL)
  const large = await rollOf(openScratch, 'roll_large', LARGE)
  const times: Times = { small: [], large: [] }
  const typed: Times = { small: [], large: [] }
  const turned: Times = { small: [], large: [] }
  for (let n = 0; n < SEARCHED; n += 1) {
    typed.small.push(await searchAll(small, TYPED))
    typed.large.push(await searchAll(large, TYPED))
    turned.small.push(await searchAll(small, TURNED))
    turned.large.push(await searchAll(large, TURNED))
  }
  for (let n = 0; n < MARKED; n += 1) {
    times.small.push(await markOne(small, n * Math.floor(SMALL / MARKED)))
    times.large.push(await markOne(large, n * Math.floor(LARGE / MARKED)))
  }
  const closing = { value: await closeRoll(large), baseline: LONGEST_CLOSING }
  for (const { db } of [small, large]) await db.destroy()
  return [
    row('roll_search_120000_vs_1000', mediansOf(typed), 2, 'lower'),
    row('roll_search_turned_120000_vs_1000', mediansOf(turned), 20, 'lower'),
    row('roll_mark_120000_vs_1000', mediansOf(times), 1.5, 'lower'),
    row('roll_close_120000_s', closing, 1, 'lower'),
  ]
}

/** In milliseconds. */
interface Times {
  small: number[]
  large: number[]
}

function mediansOf({ small, large }: Times) {
  return { value: median(large), baseline: median(small) }
}

interface Roll {
  db: Db
  election: SeededElection
}

async function rollOf(openScratch: Scratch, name: string, voters: number): Promise<Roll> {
  const { db, statutesFile } = openScratch(name)
  const election = await seedElection(db, statutesFile, 'paper', 'named')
  for (let from = 0; from < voters; from += BATCH) {
    const names = Array.from({ length: Math.min(BATCH, voters - from) }, (_none, index) =>
      voter(from + index),
    )
    await db.transaction((trx) =>
      insertEntries(
        trx,
        election.id,
        names.map((each) => ({ name: each, note: null, marked: 0 as const })),
      ),
    )
  }
  await db.raw('analyze')
  return { db, election }
}

/** A common first and last name, and a word that only this voter has. */
function voter(n: number): string {
  const own = n
    .toString(26)
    .replace(/./g, (digit) => 'abcdefghijklmnopqrstuvwxyz'[Number.parseInt(digit, 26)] ?? '')
  return `${FIRST[n % FIRST.length] ?? ''} ${LAST[n % LAST.length] ?? ''} Q${own}`
}

/** In milliseconds, for all that is typed. */
async function searchAll({ db, election }: Roll, texts: readonly string[]): Promise<number> {
  const started = performance.now()
  for (const text of texts) await searchRoll(db, election.id, text)
  return performance.now() - started
}

/** In milliseconds, from the typed name to the mark. */
async function markOne({ db, election }: Roll, n: number): Promise<number> {
  const started = performance.now()
  const { hits } = await searchRoll(db, election.id, voter(n))
  const [hit] = hits
  if (hit?.name !== voter(n)) throw new Error(`the roll does not find ${voter(n)}`)
  await markVoter(db, election.by, election.id, hit.id, 'paper')
  return performance.now() - started
}

/** In seconds. Every paper that was given out for a mark is in the box. */
async function closeRoll({ db, election: { by, clock, id } }: Roll): Promise<number> {
  clock.set(`${clock.today()}T14:00:00Z`)
  const papers = { printed: MARKED, handed_out: MARKED, unused: 0, exchanged: 0, not_returned: 0 }
  const started = performance.now()
  await startClosing(db, by, id, { closed_at: '14.00', ...papers })
  await settled(db)
  return (performance.now() - started) / 1000
}
