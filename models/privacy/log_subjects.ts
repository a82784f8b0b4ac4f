import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import {
  type BodyId,
  idOf,
  type MembershipId,
  type OfficeholdingId,
  type RenewalId,
  type SeatId,
} from '../core/ids.ts'
import { listAreas } from '../council/areas.ts'
import { listSeats } from '../council/seats.ts'
import { yearsOf } from '../rules/core/spans.ts'
import { agreementKey, type RuleKey } from '../statutes/document.ts'
import type { TermRow } from '../council/tables.ts'
import type { Office } from '../statutes/offices.ts'
import { listOffices } from '../statutes/versions.ts'

/** Data for the sentence `audit.subjects.<kind>`. */
export interface SubjectName {
  kind:
    | 'person'
    | 'account'
    | 'membership'
    | 'officeholding'
    | 'election'
    | 'nomination'
    | 'meeting'
    | 'statutes'
    | 'renewal'
    | 'body'
    | 'merger'
    | 'seat'
    | 'import'
  /** Empty for statutes. */
  name: string
  /** The statutes rule that was changed, when it was a single one. */
  rule?: RuleKey
  seat?: string
  office?: Office
  area?: string
  day?: IsoDate
}

/** By subject (`person:7`), under the names of today. Unknown subjects are left out. */
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
      .select<{ id: MembershipId; name: string; seat_id: SeatId }[]>(
        'memberships.id',
        'people.name',
        'seat_id',
      )
    return rows.map(({ id, name, seat_id }) => ({ id, name, seat: seats.get(seat_id) ?? '' }))
  },
  officeholding: async (db, ids) => {
    const offices = new Map((await listOffices(db)).map((office) => [office.key, office]))
    const rows = await db('officeholdings')
      .join('memberships', 'memberships.id', 'officeholdings.membership_id')
      .join('people', 'people.id', 'memberships.person_id')
      .whereIn('officeholdings.id', ids)
      .select<{ id: OfficeholdingId; name: string; office: string }[]>(
        'officeholdings.id',
        'people.name',
        'office',
      )
    return rows.map(({ id, name, office: key }) => {
      const office = offices.get(key)
      return { id, name, ...(office && { office }) }
    })
  },
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
  renewal: async (db, ids) => {
    const rows = await db('renewals')
      .join('terms', 'terms.id', 'renewals.term_id')
      .whereIn('renewals.id', ids)
      .select<(TermRow & { id: RenewalId })[]>('renewals.id', 'terms.starts_on', 'terms.ends_on')
    return rows.map(({ id, ...term }) => ({ id, name: yearsOf(term).replace('-', '–') }))
  },
  body: async (db, ids) => bodyNames(db, ids.map(idOf<BodyId>)),
  merger: async (db, ids) => {
    const rows = await db('merger_bodies').whereIn('proposal_id', ids).orderBy('body_id')
    const bodies = await bodyNames(
      db,
      rows.map(({ body_id }) => body_id),
    )
    return ids.map((id) => {
      const own = rows.filter(({ proposal_id }) => proposal_id === id)
      const names = own.map(({ body_id }) => bodies.find((body) => body.id === body_id)?.name ?? '')
      return { id, name: names.join(', ') }
    })
  },
  seat: async (db, ids) => {
    const seats = await seatLabels(db)
    return ids.map((id) => ({ id, name: seats.get(idOf<SeatId>(id)) ?? '' }))
  },
  import: (db, ids) => db('imports').whereIn('id', ids).select<Found[]>('id', 'file_name as name'),
  statutes: async (db, ids) => {
    const rows = await db('statutes_versions').whereIn('id', ids).select('id', 'rule_key', 'in_force_from')
    const areas = await listAreas(db)
    return rows.map(({ id, rule_key, in_force_from }) => {
      const area = areas.find(({ slug }) => rule_key === agreementKey(slug))?.name
      const rule = rule_key !== null && { rule: rule_key }
      return { id, name: '', day: in_force_from, ...rule, ...(area !== undefined && { area }) }
    })
  },
}

async function bodyNames(db: Db, ids: readonly BodyId[]): Promise<{ id: BodyId; name: string }[]> {
  const names = await db('body_names').where({ kind: 'official' }).whereIn('body_id', ids).orderBy('id')
  return [...new Map(names.map(({ body_id, name }) => [body_id, name]))].map(([id, name]) => ({ id, name }))
}

async function seatLabels(db: Db): Promise<Map<SeatId, string>> {
  return new Map((await listSeats(db)).map(({ id, label }) => [id, label]))
}
