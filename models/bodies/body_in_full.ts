import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { BodyId } from '../core/ids.ts'
import { NotFound } from '../core/errors.ts'
import type { AreaRow, BodyChangeRow, BodyContactRow, BodyNameRow } from './tables.ts'
import { listBodies, type Body } from './bodies.ts'

export interface BodyInFull extends Body {
  /** Official names, the first one first. */
  names: BodyNameRow[]
  aliases: string[]
  /** On the day asked for; so are `contact` and `areasThen`. */
  addressThen: string | null
  addresses: { address: string; valid_from: IsoDate }[]
  contact: BodyContactRow | undefined
  /** The areas that the body votes or nominates for, or did before. */
  areas: AreaRow[]
  areasThen: AreaRow[]
  successor: Body | undefined
  predecessors: Body[]
  /** The newest first. */
  changes: (BodyChangeRow & { into: string | undefined })[]
}

/** The places come first, in the order of registration. */
export async function listBodiesInFull(db: Db, on: IsoDate): Promise<BodyInFull[]> {
  const bodies = await listBodies(db, on)
  const names = await db('body_names').orderBy('id')
  const addresses = await db('body_addresses').orderBy('valid_from').orderBy('id')
  const contacts = await db('body_contacts').orderBy('valid_from').orderBy('id')
  const changes = await db('body_changes').orderBy('id', 'desc')
  const areas = await db('areas').orderBy('position')
  const links = await db('area_bodies')
  return bodies.map((body) => {
    const of = ({ body_id }: { body_id: BodyId }) => body_id === body.id
    const linked = links.filter(of)
    const belongs = linked.map(({ area_id }) => area_id)
    const belongsThen = linked
      .filter((link) => (link.starts_on ?? on) <= on && on <= (link.ends_on ?? on))
      .map(({ area_id }) => area_id)
    const moved = addresses.filter(of)
    return {
      ...body,
      names: names.filter((name) => of(name) && name.kind === 'official'),
      aliases: names.filter((name) => of(name) && name.kind === 'alias').map(({ name }) => name),
      addressThen: moved.findLast(({ valid_from }) => valid_from <= on)?.address ?? body.address,
      addresses: moved,
      contact: contacts.filter(of).findLast(({ valid_from }) => valid_from <= on),
      areas: areas.filter(({ id }) => belongs.includes(id)),
      areasThen: areas.filter(({ id }) => belongsThen.includes(id)),
      successor: bodies.find(({ id }) => id === body.successor_id),
      predecessors: bodies.filter(({ successor_id }) => successor_id === body.id),
      changes: changes
        .filter(of)
        .map((change) => ({ ...change, into: bodies.find(({ id }) => id === change.into_body_id)?.name })),
    }
  })
}

export async function getBodyInFull(db: Db, slug: string, on: IsoDate): Promise<BodyInFull> {
  const body = (await listBodiesInFull(db, on)).find((one) => one.slug === slug)
  if (!body) throw new NotFound(`body ${slug}`)
  return body
}
