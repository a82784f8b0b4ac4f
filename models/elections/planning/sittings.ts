import type { IsoDate } from '../../core/dates.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import type { ElectionRow } from '../tables.ts'
import type { PollingSittingRow } from './tables.ts'

/** A time at which people can vote. Times of day are `HH.MM`. */
export interface Sitting {
  /** 1 for the first. */
  number: number
  held_on: IsoDate
  opens_at: string
  closes_at: string
  place: string
}

type Timed = Pick<ElectionRow, 'id' | 'polling_on' | 'opens_at' | 'closes_at' | 'place'>

/** The sittings are ordered by day and time. There is at least one: the election's own day, hours and place. */
export async function listSittings(db: Db, election: Timed): Promise<[Sitting, ...Sitting[]]> {
  const rows = await rowsOf(db, [election.id])
  return sittingsFrom(rows, election)
}

/** Returns the sittings of each election, by its id. */
export async function listSittingsOf(
  db: Db,
  elections: readonly Timed[],
): Promise<ReadonlyMap<ElectionId, [Sitting, ...Sitting[]]>> {
  const ids = elections.map(({ id }) => id)
  const rows = await rowsOf(db, ids)
  return new Map(
    elections.map((election) => {
      const own = rows.filter(({ election_id }) => election_id === election.id)
      return [election.id, sittingsFrom(own, election)]
    }),
  )
}

async function rowsOf(db: Db, ids: readonly ElectionId[]): Promise<PollingSittingRow[]> {
  return db('polling_sittings').whereIn('election_id', ids).orderBy(['held_on', 'opens_at', 'number'])
}

function sittingsFrom(rows: readonly PollingSittingRow[], election: Timed): [Sitting, ...Sitting[]] {
  const [first, ...rest] = rows.map((row, index) => ({ ...sittingOf(row), number: index + 1 }))
  return first ? [first, ...rest] : [onlySitting(election)]
}

/** Replaces what was stored before. A single sitting is the election's own, and no row. */
export async function setSittings(
  trx: Trx,
  electionId: ElectionId,
  sittings: readonly Omit<Sitting, 'number'>[],
): Promise<void> {
  await trx('polling_sittings').where({ election_id: electionId }).delete()
  if (sittings.length < 2) return
  for (const [index, sitting] of sittings.entries())
    await trx('polling_sittings').insert({ ...sitting, election_id: electionId, number: index + 1 })
}

function onlySitting({ polling_on, opens_at, closes_at, place }: Timed): Sitting {
  return { number: 1, held_on: polling_on, opens_at, closes_at, place }
}

function sittingOf({ number, held_on, opens_at, closes_at, place }: Sitting): Sitting {
  return { number, held_on, opens_at, closes_at, place }
}
