import { performance } from 'node:perf_hooks'
import { systemClock } from '../models/dates.ts'
import type { Db } from '../models/db.ts'
import { rosterOn } from '../models/register/roster.ts'
import { median, row, type Row } from './row.ts'
import { seed } from './seed.ts'

const ROUNDS = 15
const CALLS = 20

/** The roster at a date must not grow dearer as the years pile up: 10,000 memberships against 100, in turns. */
export async function measureRoster(
  open: (name: string) => { db: Db; statutesFile: string },
): Promise<Row[]> {
  const small = open('roster-100')
  const large = open('roster-10000')
  await seed(small.db, small.statutesFile, 100)
  await seed(large.db, large.statutesFile, 10_000)
  const times = { small: [] as number[], large: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    times.small.push(await millisecondsEach(small.db))
    times.large.push(await millisecondsEach(large.db))
  }
  await small.db.destroy()
  await large.db.destroy()
  const measured = { value: median(times.large), baseline: median(times.small) }
  return [row('roster_10000_vs_100', measured, 2, 'lower')]
}

async function millisecondsEach(db: Db): Promise<number> {
  const today = systemClock.today()
  const start = performance.now()
  for (let call = 0; call < CALLS; call += 1) {
    const roster = await rosterOn(db, today)
    if (roster.length === 0) throw new Error('the roster is empty')
  }
  return (performance.now() - start) / CALLS
}
