import { addDays, type IsoDate } from '../../core/dates.ts'
import type { Trx } from '../../core/db.ts'
import type { AreaId, BodyId } from '../../core/ids.ts'
import type { Statutes } from '../../statutes/document.ts'
import {
  lastDayBefore,
  type Consequences,
  type SeatsAdded,
} from '../../rules/council/statutes_consequences.ts'
import type { TermChange } from '../../rules/council/statutes_term_changes.ts'
import { installArea, installBody, installTerm, kindOfBodies } from './installation.ts'
import { endWithStatutes } from '../leaving.ts'
import { shortenOfficeholding } from '../offices/offices.ts'
import { strikeOut } from '../strike_out.ts'
import type { BodyKind } from '../../rules/core/by_kind.ts'

/** Notes on why a membership ended; for the office alone, like every such note. */
const NOTE = { seat: 'Pladsen er nedlagt i vedtægterne', term: 'Perioden er gjort kortere i vedtægterne' }

/** Runs inside the act that stores the statutes. Deletes nothing. */
export async function applyConsequences(
  trx: Trx,
  before: Statutes,
  after: Statutes,
  consequences: Consequences,
  today: IsoDate,
): Promise<void> {
  const last = lastDayBefore(consequences)
  for (const { id } of consequences.membersEnded) await endWithStatutes(trx, id, last, today, NOTE.seat)
  for (const { id } of consequences.seatsEnded) await trx('seats').where({ id }).update({ ends_on: last })
  for (const added of consequences.seatsAdded) await addSeats(trx, added, consequences.from)
  for (const officer of consequences.officersEnded) {
    if (officer.starts_on <= last) await shortenOfficeholding(trx, officer, last)
    else await strikeOut(trx, 'officeholdings', officer.id, today)
  }
  for (const change of consequences.terms) await changeTerm(trx, change, today)
  await syncAreas(trx, before, after)
}

async function addSeats(trx: Trx, { area, position, count }: SeatsAdded, from: IsoDate): Promise<void> {
  const known = await trx('areas').where({ slug: area.key }).first('id')
  const area_id = known?.id ?? (await installArea(trx, area, position, from))
  const slugs = await trx('seats').pluck<string[]>('slug')
  const [highest] = await trx('seats').max<{ highest: number | null }[]>('number as highest')
  for (let n = 1; n <= count; n += 1) {
    const slug = freeSlug(area.key, area.seats, slugs)
    slugs.push(slug)
    const number = (highest?.highest ?? 0) + n
    await trx('seats').insert({ area_id, number, slug, starts_on: from, ends_on: null })
  }
}

/** A seat keeps its address for ever, so a new seat takes the first one never used. */
function freeSlug(key: string, seats: number, taken: readonly string[]): string {
  if (seats === 1 && !taken.includes(key)) return key
  for (let n = 1; ; n += 1) if (!taken.includes(`${key}-${n}`)) return `${key}-${n}`
}

async function changeTerm(trx: Trx, change: TermChange, today: IsoDate): Promise<void> {
  const { term } = change
  if (change.change === 'added') {
    await installTerm(trx, term)
    return
  }
  for (const { id } of change.shortened) await endWithStatutes(trx, id, term.endsOn, today, NOTE.term)
  await trx('terms')
    .where({ id: change.id })
    .update({ ends_on: term.endsOn, municipal_election_on: term.municipalElectionOn })
}

/** Takes names, order and bodies from the new statutes; what these leave alone stays. */
async function syncAreas(trx: Trx, before: Statutes, after: Statutes): Promise<void> {
  for (const [position, area] of after.areas.entries()) {
    await trx('areas').where({ slug: area.key }).update({ name: area.name, position })
    const old = before.areas.find(({ key }) => key === area.key)
    if (old) await syncBodies(trx, old, area, after.inForceFrom)
  }
}

type Area = Statutes['areas'][number]

async function syncBodies(trx: Trx, before: Area, after: Area, from: IsoDate): Promise<void> {
  const area = await trx('areas').where({ slug: after.key }).first('id')
  if (!area) return
  const kind = kindOfBodies(after)
  for (const body of after.bodies) {
    const body_id = await installBody(trx, body, kind)
    const old = before.bodies.find(({ key }) => key === body.key)
    await linkBody(trx, area.id, body_id, old === undefined ? from : null)
    if (old) await syncBody(trx, body_id, old, body, kind, from)
  }
  const gone = before.bodies.filter(({ key }) => !after.bodies.some((body) => body.key === key))
  const ids = await trx('bodies')
    .whereIn(
      'slug',
      gone.map(({ key }) => key),
    )
    .pluck<BodyId[]>('id')
  await trx('area_bodies')
    .where({ area_id: area.id })
    .whereIn('body_id', ids)
    .update({ ends_on: addDays(from, -1) })
}

/** A body that returns to an area belongs to it again; the older version shows its absence. */
async function linkBody(trx: Trx, area_id: AreaId, body_id: BodyId, from: IsoDate | null): Promise<void> {
  const known = await trx('area_bodies').where({ area_id, body_id }).first('id')
  if (!known) await trx('area_bodies').insert({ area_id, body_id, starts_on: from, ends_on: null })
  else if (from !== null) await trx('area_bodies').where({ id: known.id }).update({ ends_on: null })
}

type Body = Area['bodies'][number]

async function syncBody(
  trx: Trx,
  id: BodyId,
  before: Body,
  after: Body,
  kind: BodyKind,
  from: IsoDate,
): Promise<void> {
  if (before.activeFrom !== after.activeFrom || before.activeUntil !== after.activeUntil) {
    const active = { active_from: after.activeFrom ?? null, active_until: after.activeUntil ?? null }
    await trx('bodies').where({ id }).update(active)
  }
  if (before.successor?.key !== after.successor?.key) {
    const successor_id = after.successor ? await installBody(trx, after.successor, kind) : null
    await trx('bodies').where({ id }).update({ successor_id })
  }
  if (before.name === after.name) return
  const official = { body_id: id, kind: 'official' as const }
  await trx('body_names')
    .where(official)
    .whereNull('valid_until')
    .update({ valid_until: addDays(from, -1) })
  await trx('body_names').insert({ ...official, name: after.name, valid_from: from, valid_until: null })
}
