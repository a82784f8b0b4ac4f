import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { AreaId } from '../core/ids.ts'
import type { BodyRow } from './tables.ts'

export interface Body extends BodyRow {
  /** The official name on the day asked for. */
  name: string
}

export async function listBodies(db: Db, on: IsoDate): Promise<Body[]> {
  const bodies = await db('bodies').orderBy('id')
  const names = await db('body_names').where({ kind: 'official' }).orderBy('id')
  return bodies.map((body) => {
    const own = names.filter((name) => name.body_id === body.id)
    const then = own.find((name) => (name.valid_from ?? on) <= on && on <= (name.valid_until ?? on))
    return { ...body, name: (then ?? own[0])?.name ?? body.slug }
  })
}

/** The bodies that belong to the area on the day, also those that have ended. */
export async function listBodiesOfArea(db: Db, areaId: AreaId, on: IsoDate): Promise<Body[]> {
  const links = await db('area_bodies').where({ area_id: areaId })
  const belongs = new Set(
    links
      .filter((link) => (link.starts_on ?? on) <= on && on <= (link.ends_on ?? on))
      .map((link) => link.body_id),
  )
  return (await listBodies(db, on)).filter((body) => belongs.has(body.id))
}
