import type { IsoDate } from '../dates.ts'
import type { Db } from '../db.ts'
import { NotFound } from '../errors.ts'
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

export async function getTerm(db: Db, id: number): Promise<TermRow> {
  const term = await db('terms').where({ id }).first()
  if (!term) throw new NotFound(`term ${id}`)
  return term
}

/** The term that the day lies in. */
export async function findTermOn(db: Db, on: IsoDate): Promise<TermRow | undefined> {
  return db('terms').where('starts_on', '<=', on).where('ends_on', '>=', on).first()
}

export async function listAreas(db: Db): Promise<AreaRow[]> {
  return db('areas').orderBy('position')
}

export async function getArea(db: Db, id: number): Promise<AreaRow> {
  const area = await db('areas').where({ id }).first()
  if (!area) throw new NotFound(`area ${id}`)
  return area
}

/** Every seat in the order of its number. */
export async function listSeats(db: Db): Promise<SeatInArea[]> {
  const rows = await db('seats')
    .join('areas', 'areas.id', 'seats.area_id')
    .orderBy('seats.number')
    .select<Omit<SeatInArea, 'label'>[]>(
      'seats.*',
      'areas.slug as area_slug',
      'areas.name as area_name',
      'areas.kind as area_kind',
    )
  return rows.map((seat) => {
    const sameArea = rows.filter((other) => other.area_id === seat.area_id)
    const label = sameArea.length === 1 ? seat.area_name : `${seat.area_name} ${sameArea.indexOf(seat) + 1}`
    return { ...seat, label }
  })
}

export async function getSeat(db: Db, slug: string): Promise<SeatInArea> {
  const seat = (await listSeats(db)).find((candidate) => candidate.slug === slug)
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
