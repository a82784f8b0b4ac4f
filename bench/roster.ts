import { performance } from 'node:perf_hooks'
import { addDays, systemClock, type IsoDate } from '../models/core/dates.ts'
import type { Db } from '../models/core/db.ts'
import { rosterOn } from '../models/council/roster.ts'
import type { TermRow } from '../models/council/tables.ts'
import { median, row, type Row } from './row.ts'
import { seed } from './seed.ts'
import { middleOf, seedTerms } from './term_seed.ts'

const ROUNDS = 15
const CALLS = 20
/** Where in the history the measured days lie, besides today. */
const PARTS = [0, 0.25, 0.5, 0.75, 0.95]

type Open = (name: string) => { db: Db; statutesFile: string }

/** The roster at a date must not grow dearer as the years pile up: neither by memberships nor by terms. */
export async function measureRoster(open: Open): Promise<Row[]> {
  return [...(await measureMemberships(open)), ...(await measureTerms(open))]
}

async function measureMemberships(open: Open): Promise<Row[]> {
  const small = open('roster-100')
  const large = open('roster-10000')
  await seed(small.db, small.statutesFile, 100)
  await seed(large.db, large.statutesFile, 10_000)
  const days = Array.from({ length: CALLS }, () => systemClock.today())
  const measured = await inTurns({ db: small.db, days }, { db: large.db, days })
  return [row('roster_10000_vs_100', measured, 2, 'lower')]
}

/** Roster and vacancies with 1,000 terms behind against 10, on days all through the history of each. */
async function measureTerms(open: Open): Promise<Row[]> {
  const few = open('terms-10')
  const many = open('terms-1000')
  const fewDays = daysIn(await seedTerms(few.db, few.statutesFile, 10))
  const manyDays = daysIn(await seedTerms(many.db, many.statutesFile, 1000))
  await requireVacancies(few.db, fewDays)
  await requireVacancies(many.db, manyDays)
  const measured = await inTurns({ db: few.db, days: fewDays }, { db: many.db, days: manyDays })
  return [row('roster_1000_terms_vs_10', measured, 3, 'lower')]
}

/** The first day of several terms, when every seat is filled, the day after some members left, and today. */
function daysIn(terms: readonly TermRow[]): IsoDate[] {
  const asked = PARTS.map((part) => terms[Math.floor(part * terms.length)]).filter(
    (term) => term !== undefined,
  )
  return [...asked.flatMap((term) => [term.starts_on, addDays(middleOf(term), 1)]), systemClock.today()]
}

/** A vacancy takes longer to tell than a member: the days must have both. */
async function requireVacancies(db: Db, days: readonly IsoDate[]): Promise<void> {
  let vacant = 0
  for (const day of days) vacant += (await rosterOn(db, day)).filter(({ vacancy }) => vacancy).length
  if (vacant === 0) throw new Error('no seat is vacant on any of the days')
}

interface Asked {
  db: Db
  days: readonly IsoDate[]
}

/** The median time of one roster in each, taken in turns so that a busy machine is busy for both. */
async function inTurns(small: Asked, large: Asked): Promise<{ value: number; baseline: number }> {
  const times: { small: number[]; large: number[] } = { small: [], large: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    times.small.push(await millisecondsEach(small))
    times.large.push(await millisecondsEach(large))
  }
  await small.db.destroy()
  await large.db.destroy()
  return { value: median(times.large), baseline: median(times.small) }
}

async function millisecondsEach({ db, days }: Asked): Promise<number> {
  const start = performance.now()
  for (const day of days) {
    const roster = await rosterOn(db, day)
    if (!roster.some(({ member }) => member)) throw new Error(`the roster is empty on ${day}`)
  }
  return (performance.now() - start) / days.length
}
