import { isPostgres } from '../../models/core/db.ts'
import { settled } from '../../models/core/jobs.ts'
import { finishElection } from '../../models/elections/result/certification.ts'
import { eraseRoll } from '../../models/elections/roll/erasure.ts'
import { paths } from '../../views/paths.ts'
import { anApp } from '../support/app.ts'
import { openedBox } from '../support/builders/booth.ts'
import { DAYS, official } from '../support/builders/elections.ts'
import { certifies } from '../support/builders/outcomes.ts'
import { type Clue, Finder } from './clues.ts'
import { aPollingDay, type PollingDay, vote } from './polling_day.ts'
import { copyPostgres, readPostgres } from './postgres_copy.ts'
import { copySqlite, readSqlite } from './sqlite_copy.ts'

export const MOMENTS = ['half', 'voted', 'closed', 'opened', 'certified', 'erased'] as const
export type Moment = (typeof MOMENTS)[number]

export interface Attacked {
  moment: Moment
  /** How many ballots had been cast when the copy was taken. */
  cast: number
  clues: Clue[]
}

/** Holds one election through the real app, copies its database at each moment, and reads the copies. */
export async function attack(
  voters: number,
  tablets: number,
  { withLog = false }: { withLog?: boolean } = {},
): Promise<Attacked[]> {
  const day = await aPollingDay(await anApp(), voters, tablets)
  const copies: Attacked[] = []
  for (const moment of MOMENTS) {
    await STEPS[moment](day, voters)
    await settled(day.house.db)
    copies.push({ moment, cast: day.happened.cast.length, clues: await cluesIn(day, withLog) })
  }
  return copies
}

const STEPS: Record<Moment, (day: PollingDay, voters: number) => Promise<unknown>> = {
  half: (day, voters) => vote(day, Math.ceil(voters / 2)),
  voted: (day, voters) => vote(day, voters),
  closed: async ({ house, id }) => {
    house.clock.set(DAYS.evening)
    const staff = await house.as('signe')
    const page = await staff.submit(await staff.get(`${paths.polling(id)}/lukning`), { closed_at: '14.00' })
    if (page.status !== 200) throw new Error(`the closing is answered ${page.status}: ${page.text}`)
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

export async function cluesIn({ house, id, happened }: PollingDay, withLog = false): Promise<Clue[]> {
  const copy = isPostgres(house.db) ? await copyPostgres(house.db, { withLog }) : await copySqlite(house.db)
  const envelopes = await house.db('envelopes').where({ election_id: id }).select('id', 'code')
  const finder = new Finder(happened, new Map(envelopes.map((row) => [row.id, row.code])))
  if ('files' in copy) readPostgres(copy, happened, finder)
  else readSqlite(copy, finder)
  return finder.clues
}
