import { isPostgres } from '../../models/core/db.ts'
import { settled } from '../../models/core/jobs.ts'
import { startClosing } from '../../models/elections/polling/closing_job.ts'
import { finishElection } from '../../models/elections/result/certification.ts'
import { eraseRoll } from '../../models/elections/roll/erasure.ts'
import { paths } from '../../views/paths.ts'
import { anApp } from '../support/app.ts'
import { openedBox } from '../support/builders/booth.ts'
import { DAYS, official } from '../support/builders/elections.ts'
import { certifies } from '../support/builders/outcomes.ts'
import { type Clue, Finder } from './clues.ts'
import { aPollingDay, type PollingDay, vote, type Way } from './polling_day.ts'
import { copyPostgres, readPostgres } from './postgres_copy.ts'
import { endOfLog } from './postgres_log.ts'
import { copySqlite, readSqlite } from './sqlite_copy.ts'

export const MOMENTS = ['half', 'voted', 'closed', 'opened', 'certified', 'erased'] as const
export type Moment = (typeof MOMENTS)[number]

export interface Attacked {
  moment: Moment
  /** How many ballots had been cast when the copy was taken. */
  cast: number
  clues: Clue[]
  /** How many names of the roll stand somewhere in the files. */
  names: number
}

export interface How {
  way?: Way
  /** The moments at which copies are taken; the election goes no further than the last of them. */
  at?: readonly Moment[]
  /** Reads PostgreSQL's own log too. */
  withLog?: boolean
}

/** Holds one election on the real app, copies its database at each moment, and reads the copies. */
export async function attack(voters: number, tablets: number, how: How = {}): Promise<Attacked[]> {
  const { way = 'pages', at = MOMENTS, withLog = false } = how
  const day = await aPollingDay(await anApp(), voters, tablets)
  const logFrom = withLog && isPostgres(day.house.db) ? await endOfLog(day.house.db) : undefined
  const copies: Attacked[] = []
  for (const moment of MOMENTS) {
    if (copies.length === at.length) break
    await STEPS[moment](day, voters, way)
    await settled(day.house.db)
    if (!at.includes(moment)) continue
    copies.push({ moment, cast: day.happened.cast.length, ...(await readCopy(day, logFrom)) })
  }
  return copies
}

const STEPS: Record<Moment, (day: PollingDay, voters: number, way: Way) => Promise<unknown>> = {
  half: (day, voters, way) => vote(day, Math.ceil(voters / 2), way),
  voted: (day, voters, way) => vote(day, voters, way),
  closed: async (day, _voters, way) => {
    day.house.clock.set(DAYS.evening)
    await CLOSINGS[way](day)
  },
  opened: ({ house, id, slips }) => openedBox(house, id, slips),
  certified: async ({ house, id }) => {
    house.clock.set(DAYS.certified)
    await certifies(house, id)
  },
  erased: async ({ house, id }) => {
    house.clock.set(DAYS.final)
    const signe = await official(house, 'signe')
    await finishElection(house.db, signe, id)
    await eraseRoll(house.db, signe, id)
  },
}

const CLOSED = { closed_at: '14.00' }

const CLOSINGS: Record<Way, (day: PollingDay) => Promise<unknown>> = {
  pages: async ({ house, id }) => {
    const staff = await house.as('signe')
    const page = await staff.submit(await staff.get(`${paths.polling(id)}/lukning`), CLOSED)
    if (page.status !== 200) throw new Error(`the closing is answered ${page.status}: ${page.text}`)
  },
  acts: ({ house, by, id }) => startClosing(house.db, by, id, CLOSED),
}

/** `logFrom`: where in PostgreSQL's own log the election began. Without it the log is not read. */
export async function readCopy(
  { house, id, happened }: PollingDay,
  logFrom?: bigint,
): Promise<Pick<Attacked, 'clues' | 'names'>> {
  const copy = isPostgres(house.db) ? await copyPostgres(house.db, logFrom) : await copySqlite(house.db)
  const envelopes = await house.db('envelopes').where({ election_id: id }).select('id', 'code')
  const finder = new Finder(happened, new Map(envelopes.map((row) => [row.id, row.code])))
  if ('files' in copy) readPostgres(copy, happened, finder)
  else readSqlite(copy, finder)
  const files = 'files' in copy ? copy.files.map(({ bytes }) => bytes) : Object.values(copy)
  const names = happened.marked.filter(({ name }) => files.some((bytes: Buffer) => bytes.includes(name)))
  return { clues: finder.clues, names: names.length }
}
