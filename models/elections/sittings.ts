import type { IsoDate } from '../dates.ts'
import type { Db } from '../db.ts'
import type { ElectionRow } from '../tables.ts'

/** One of the times at which people can vote. Times of day are `HH.MM`. */
export interface Sitting {
  /** 1 for the first. */
  number: number
  held_on: IsoDate
  opens_at: string
  closes_at: string
  place: string
}

type Timed = Pick<ElectionRow, 'id' | 'polling_on' | 'opens_at' | 'closes_at' | 'place'>

/** The sittings of an election, ordered by day and time; always at least one: its own day, hours and place. */
export async function listSittings(db: Db, election: Timed): Promise<Sitting[]> {
  const rows = await db('polling_sittings')
    .where({ election_id: election.id })
    .orderBy(['held_on', 'opens_at', 'number'])
  if (rows.length === 0) return [onlySitting(election)]
  return rows.map((row, index) => ({ ...sittingOf(row), number: index + 1 }))
}

/** The sittings of many elections at once, by election. */
export async function listSittingsOf(
  db: Db,
  elections: readonly Timed[],
): Promise<ReadonlyMap<number, Sitting[]>> {
  const rows = await db('polling_sittings')
    .whereIn(
      'election_id',
      elections.map(({ id }) => id),
    )
    .orderBy(['held_on', 'opens_at', 'number'])
  return new Map(
    elections.map((election) => {
      const own = rows.filter(({ election_id }) => election_id === election.id)
      const sittings = own.map((row, index) => ({ ...sittingOf(row), number: index + 1 }))
      return [election.id, sittings.length > 0 ? sittings : [onlySitting(election)]]
    }),
  )
}

function onlySitting({ polling_on, opens_at, closes_at, place }: Timed): Sitting {
  return { number: 1, held_on: polling_on, opens_at, closes_at, place }
}

function sittingOf({ number, held_on, opens_at, closes_at, place }: Sitting): Sitting {
  return { number, held_on, opens_at, closes_at, place }
}
