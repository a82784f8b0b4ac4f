import type { IsoDate } from '../../core/dates.ts'
import type { Trx } from '../../core/db.ts'
import type { AreaId, BodyId } from '../../core/ids.ts'
import { insertOne } from '../../core/insert.ts'
import type { Area, Body, Statutes, Term } from '../../statutes/document.ts'
import { type BodyKind, byKind } from '../../rules/core/by_kind.ts'

/** Runs once, in the act that loads the statutes. */
export async function installCouncil(trx: Trx, statutes: Statutes): Promise<void> {
  let number = 0
  for (const [position, area] of statutes.areas.entries()) {
    const areaId = await installArea(trx, area, position)
    for (let n = 1; n <= area.seats; n += 1) {
      number += 1
      const slug = area.seats === 1 ? area.key : `${area.key}-${n}`
      await trx('seats').insert({
        area_id: areaId,
        number,
        slug,
        starts_on: statutes.inForceFrom,
        ends_on: null,
      })
    }
  }
  for (const term of statutes.terms) await installTerm(trx, term)
}

export async function installTerm(trx: Trx, term: Term): Promise<number> {
  const id = await insertOne(trx, 'terms', {
    starts_on: term.startsOn,
    ends_on: term.endsOn,
    municipal_election_on: term.municipalElectionOn,
  })
  const areas = await trx('areas')
    .whereIn('slug', term.areas ?? [])
    .pluck<AreaId[]>('id')
  for (const area_id of areas) await trx('term_areas').insert({ term_id: id, area_id })
  return id
}

/** `from`: the first day on which the bodies belong to the area; null for always. */
export async function installArea(
  trx: Trx,
  area: Area,
  position: number,
  from: IsoDate | null = null,
): Promise<AreaId> {
  const { key, kind, name } = area
  const areaId = await insertOne(trx, 'areas', { slug: key, kind, name, position })
  for (const body of area.bodies) {
    const bodyId = await installBody(trx, body, kindOfBodies(area))
    await trx('area_bodies').insert({ area_id: areaId, body_id: bodyId, starts_on: from, ends_on: null })
  }
  return areaId
}

export function kindOfBodies(area: Area): BodyKind {
  return byKind<Area, BodyKind>(area, { place: () => 'place', organisations: () => 'organisation' })
}

type NamedBody = Omit<Body, 'successor'> & { successor?: Body['successor'] }

/** Installs the successor too. A body named in two areas is stored once. */
export async function installBody(trx: Trx, body: NamedBody, kind: BodyKind): Promise<BodyId> {
  const known = await trx('bodies').where({ slug: body.key }).first('id')
  if (known) return known.id
  const successor_id = body.successor ? await installBody(trx, body.successor, kind) : null
  const id = await insertOne(trx, 'bodies', {
    slug: body.key,
    kind,
    active_from: body.activeFrom ?? null,
    active_until: body.activeUntil ?? null,
    successor_id,
    address: null,
  })
  const names = [
    { body_id: id, name: body.name, kind: 'official' as const },
    ...body.aliases.map((name) => ({ body_id: id, name, kind: 'alias' as const })),
  ]
  await trx('body_names').insert(names.map((name) => ({ ...name, valid_from: null, valid_until: null })))
  return id
}
