import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { AreaId } from '../core/ids.ts'
import { NotFound } from '../core/errors.ts'
import type { AreaRow } from '../bodies/tables.ts'
import type { SeatRow } from './tables.ts'

/** `label` tells the seats of one area apart. */
export interface SeatInArea extends SeatRow {
  area_slug: string
  area_name: string
  area_kind: AreaRow['kind']
  label: string
}

/** By number. With a day, a seat is called what its place was called then. */
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

/** Areas of one place whose name on the day is not the one in the statutes. */
async function areasRenamed(db: Db, on: IsoDate): Promise<Map<AreaId, string>> {
  const names = await db('body_names')
    .join('area_bodies', 'area_bodies.body_id', 'body_names.body_id')
    .join('areas', 'areas.id', 'area_bodies.area_id')
    .where({ 'areas.kind': 'place', 'body_names.kind': 'official' })
    .whereNotNull('body_names.valid_from')
    .where('body_names.valid_from', '<=', on)
    .orderBy('body_names.id')
    .select<{ area_id: AreaId; name: string; valid_until: IsoDate | null }[]>(
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
