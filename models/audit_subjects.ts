import type { IsoDate } from './dates.ts'
import type { Db } from './db.ts'
import { listAreas, listSeats } from './register/places.ts'
import { agreementKey } from './rules/statutes.ts'
import type { Office } from './tables.ts'

/** What a line of the log was done to, in data that a sentence `audit.subjects.<kind>` is made of. */
export interface SubjectName {
  kind:
    'person' | 'account' | 'membership' | 'officeholding' | 'election' | 'nomination' | 'meeting' | 'statutes'
  /** Of statutes, the key of the rule that was changed. */
  name: string
  seat?: string
  office?: Office
  /** The area that the rule is about, where it is about one. */
  area?: string
  day?: IsoDate
}

/** The subjects (`person:7`) under the names they have now. One that is unknown here is left out. */
export async function nameSubjects(db: Db, subjects: readonly string[]): Promise<Map<string, SubjectName>> {
  const named = await Promise.all(
    Object.entries(FINDERS).map(async ([kind, find]) => {
      const ids = idsOf(kind, subjects)
      return ids.length > 0 ? (await find(db, ids)).map(({ id, ...name }) => ({ kind, id, name })) : []
    }),
  )
  return new Map(
    named.flat().map(({ kind, id, name }) => [`${kind}:${id}`, { kind, ...name } as SubjectName]),
  )
}

function idsOf(kind: string, subjects: readonly string[]): number[] {
  const ids = subjects.flatMap((subject) => {
    const [of, id] = subject.split(':')
    return of === kind && /^\d+$/.test(id ?? '') ? [Number(id)] : []
  })
  return [...new Set(ids)]
}

type Found = Omit<SubjectName, 'kind'> & { id: number }
type Finder = (db: Db, ids: readonly number[]) => Promise<Found[]>

const FINDERS: Record<SubjectName['kind'], Finder> = {
  person: (db, ids) => db('people').whereIn('id', ids).select('id', 'name'),
  account: (db, ids) => db('accounts').whereIn('id', ids).select('id', 'name'),
  membership: async (db, ids) => {
    const seats = await seatLabels(db)
    const rows = await db('memberships')
      .join('people', 'people.id', 'memberships.person_id')
      .whereIn('memberships.id', ids)
      .select<{ id: number; name: string; seat_id: number }[]>('memberships.id', 'people.name', 'seat_id')
    return rows.map(({ id, name, seat_id }) => ({ id, name, seat: seats.get(seat_id) ?? '' }))
  },
  officeholding: async (db, ids) =>
    db('officeholdings')
      .join('memberships', 'memberships.id', 'officeholdings.membership_id')
      .join('people', 'people.id', 'memberships.person_id')
      .whereIn('officeholdings.id', ids)
      .select<Found[]>('officeholdings.id', 'people.name', 'officeholdings.office'),
  election: async (db, ids) =>
    db('elections')
      .join('areas', 'areas.id', 'elections.area_id')
      .whereIn('elections.id', ids)
      .select<Found[]>('elections.id', 'areas.name', 'elections.polling_on as day'),
  nomination: async (db, ids) => {
    const seats = await seatLabels(db)
    const rows = await db('nominations').whereIn('id', ids).select('id', 'seat_id')
    return rows.map(({ id, seat_id }) => ({ id, name: seats.get(seat_id) ?? '' }))
  },
  meeting: async (db, ids) =>
    db('meetings').whereIn('id', ids).select<Found[]>('id', 'title as name', 'held_on as day'),
  statutes: async (db, ids) => {
    const rows = await db('statutes_versions').whereIn('id', ids).select('id', 'rule_key', 'in_force_from')
    const areas = await listAreas(db)
    return rows.map(({ id, rule_key, in_force_from }) => {
      const area = areas.find(({ slug }) => rule_key === agreementKey(slug))?.name
      return { id, name: rule_key ?? '', day: in_force_from, ...(area !== undefined && { area }) }
    })
  },
}

async function seatLabels(db: Db): Promise<Map<number, string>> {
  return new Map((await listSeats(db)).map(({ id, label }) => [id, label]))
}
