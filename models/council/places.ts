import type { Knex } from 'knex'
import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { NotFound, Refused } from '../core/errors.ts'
import type { Term } from '../statutes/document.ts'
import type { AreaRow, BodyRow, SeatRow, TermRow } from '../tables.ts'

export interface Body extends BodyRow {
  /** The official name on the day asked for. */
  name: string
}

/** A seat with its area, as nearly every page needs it. `label` tells the two seats of one area apart. */
export interface SeatInArea extends SeatRow {
  area_slug: string
  area_name: string
  area_kind: AreaRow['kind']
  label: string
}

export async function listTerms(db: Db): Promise<TermRow[]> {
  return db('terms').orderBy('starts_on')
}

/** The terms as a statutes file has them, with the areas that they name. */
export async function listTermsWithAreas(db: Db): Promise<(Term & { id: number })[]> {
  const named = await db('term_areas')
    .join('areas', 'areas.id', 'term_areas.area_id')
    .orderBy('areas.position')
    .select<{ term_id: number; slug: string }[]>('term_id', 'areas.slug')
  return (await listTerms(db)).map(({ id, starts_on, ends_on, municipal_election_on }) => {
    const areas = named.filter(({ term_id }) => term_id === id).map(({ slug }) => slug)
    const days = { startsOn: starts_on, endsOn: ends_on, municipalElectionOn: municipal_election_on }
    return { id, ...days, ...(areas.length > 0 && { areas }) }
  })
}

export async function getTerm(db: Db, id: number): Promise<TermRow> {
  const term = await db('terms').where({ id }).first()
  if (!term) throw new NotFound(`term ${id}`)
  return term
}

/** The term that the day lies in; of an area, the one that its seats are renewed with. */
export async function findTermOn(db: Db, on: IsoDate, areaId?: number): Promise<TermRow | undefined> {
  const terms = db('terms').where('starts_on', '<=', on).where('ends_on', '>=', on).orderBy('id')
  return areaId === undefined ? terms.first() : terms.where(isOfArea(areaId)).first()
}

/** The terms that the area's seats are filled for. */
export async function listTermsOfArea(db: Db, areaId: number): Promise<TermRow[]> {
  return db('terms').where(isOfArea(areaId)).orderBy('starts_on')
}

/** Refused where the area's seats are not filled for the term: whoever was chosen could not be seated in the end. */
export async function requireTermOfArea(
  db: Db,
  area: Pick<AreaRow, 'id' | 'name'>,
  term: TermRow,
): Promise<void> {
  const own = await listTermsOfArea(db, area.id)
  if (!own.some(({ id }) => id === term.id))
    throw new Refused('term_of_others', { area: area.name }, 'term_id')
}

/** The areas whose seats are filled for the term. */
export async function listAreasOfTerm(db: Db, termId: number): Promise<AreaRow[]> {
  const named = await db('term_areas').where({ term_id: termId }).pluck<number[]>('area_id')
  return (await listAreas(db)).filter(({ id }) => named.length === 0 || named.includes(id))
}

/** A term is for every area, unless it names those it is for. */
export function isOfArea(areaId: number) {
  return (terms: Knex.QueryBuilder): void => {
    terms.whereNotExists((named) => {
      void named.from('term_areas').whereRaw('term_areas.term_id = terms.id').select('area_id')
    })
    terms.orWhereExists((own) => {
      void own
        .from('term_areas')
        .whereRaw('term_areas.term_id = terms.id')
        .where({ area_id: areaId })
        .select('area_id')
    })
  }
}

export async function listAreas(db: Db): Promise<AreaRow[]> {
  return db('areas').orderBy('position')
}

export async function getArea(db: Db, id: number): Promise<AreaRow> {
  const area = await db('areas').where({ id }).first()
  if (!area) throw new NotFound(`area ${id}`)
  return area
}

/**
 * Every seat in the order of its number. With a day, those of a place that has got another name than the statutes have
 * for it are called what the place was called then.
 */
export async function listSeats(db: Db, on?: IsoDate): Promise<SeatInArea[]> {
  const renamed = on === undefined ? new Map<number, string>() : await areasRenamed(db, on)
  const rows = await db('seats')
    .join('areas', 'areas.id', 'seats.area_id')
    .orderBy('seats.number')
    .select<Omit<SeatInArea, 'label'>[]>(
      'seats.*',
      'areas.slug as area_slug',
      'areas.name as area_name',
      'areas.kind as area_kind',
    )
  const named = rows.map((seat) => ({ ...seat, area_name: renamed.get(seat.area_id) ?? seat.area_name }))
  return named.map((seat) => {
    const sameArea = named.filter((other) => other.area_id === seat.area_id)
    const label = sameArea.length === 1 ? seat.area_name : `${seat.area_name} ${sameArea.indexOf(seat) + 1}`
    return { ...seat, label }
  })
}

/** The areas of one place that is called something else on the day than it was when the statutes were written. */
async function areasRenamed(db: Db, on: IsoDate): Promise<Map<number, string>> {
  const names = await db('body_names')
    .join('area_bodies', 'area_bodies.body_id', 'body_names.body_id')
    .join('areas', 'areas.id', 'area_bodies.area_id')
    .where({ 'areas.kind': 'place', 'body_names.kind': 'official' })
    .whereNotNull('body_names.valid_from')
    .where('body_names.valid_from', '<=', on)
    .orderBy('body_names.id')
    .select<{ area_id: number; name: string; valid_until: IsoDate | null }[]>(
      'area_bodies.area_id',
      'body_names.name',
      'body_names.valid_until',
    )
  const then = names.filter(({ valid_until }) => (valid_until ?? on) >= on)
  return new Map(then.map(({ area_id, name }) => [area_id, name]))
}

export async function getSeat(db: Db, slug: string, on?: IsoDate): Promise<SeatInArea> {
  const seat = (await listSeats(db, on)).find((candidate) => candidate.slug === slug)
  if (!seat) throw new NotFound(`seat ${slug}`)
  return seat
}

/** Places and organisations under the name each had on the day. */
export async function listBodies(db: Db, on: IsoDate): Promise<Body[]> {
  const bodies = await db('bodies').orderBy('id')
  const names = await db('body_names').where({ kind: 'official' }).orderBy('id')
  return bodies.map((body) => {
    const own = names.filter((name) => name.body_id === body.id)
    const then = own.find((name) => (name.valid_from ?? on) <= on && on <= (name.valid_until ?? on))
    return { ...body, name: (then ?? own[0])?.name ?? body.slug }
  })
}

/** The bodies of an area that belong to it on the day, whether or not they still exist. */
export async function listBodiesOfArea(db: Db, areaId: number, on: IsoDate): Promise<Body[]> {
  const links = await db('area_bodies').where({ area_id: areaId })
  const belongs = new Set(
    links
      .filter((link) => (link.starts_on ?? on) <= on && on <= (link.ends_on ?? on))
      .map((link) => link.body_id),
  )
  return (await listBodies(db, on)).filter((body) => belongs.has(body.id))
}
