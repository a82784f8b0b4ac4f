import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { AreaId, BodyId } from '../core/ids.ts'
import { endingsBehind } from '../rules/bodies/body_life.ts'
import { includesDay } from '../rules/core/spans.ts'
import type { Area, Statutes } from '../statutes/document.ts'
import type { AreaRow } from '../bodies/tables.ts'
import type { MembershipRow } from './tables.ts'
import { listHeld } from './held.ts'
import { notOver } from './in_office.ts'
import { nominatingBodiesOf } from './nominators.ts'
import { listBodies, type Body } from '../bodies/bodies.ts'
import { listSeats, type SeatInArea } from './seats.ts'
import { listTermsWithAreas } from './terms.ts'
import { byKind } from '../rules/core/by_kind.ts'

/** A member who sits longer than the place or organisation behind the seat exists. */
export interface SeatToDecide {
  seat: SeatInArea
  member: MembershipRow & { person: string }
  body: Body
  endsOn: IsoDate
  successor: Body | undefined
  /** False when the ending is only shown and needs no decision. */
  mustDecide: boolean
}

/** Every place and organisation that ends before the member it stands behind, past and to come. */
export async function listEndingsInTerm(db: Db, today: IsoDate): Promise<SeatToDecide[]> {
  const seats = await listSeats(db)
  const members = await listHeld(db, (rows) => void rows.where(notOver(today)).orderBy('memberships.id'))
  const bodies = await listBodies(db, today)
  const links = await db('area_bodies')
  const nominators = await nominatingBodiesOf(db, members)
  return members.flatMap((member) => {
    const seat = seats.find(({ id }) => id === member.seat_id)
    if (!seat) return []
    const behind = links
      .filter(
        (link) => link.area_id === seat.area_id && (link.starts_on ?? member.starts_on) <= member.starts_on,
      )
      .map(({ body_id }) => body_id)
    return endingsBehind(bodies, behind, member, nominators.get(member.id) ?? []).map((ending) => ({
      ...{ ...ending, seat, member },
      successor: bodies.find(({ id }) => id === ending.body.successor_id),
    }))
  })
}

export async function listSeatsToDecide(db: Db, today: IsoDate): Promise<SeatToDecide[]> {
  const decided = await db('seat_decisions').select('seat_id', 'body_id')
  return (await listEndingsInTerm(db, today)).filter(
    ({ seat, body, mustDecide }) =>
      mustDecide && !decided.some(({ seat_id, body_id }) => seat_id === seat.id && body_id === body.id),
  )
}

/** The statutes with bodies, successors and terms as the register has them on the day. The rules stay untouched. */
export async function statutesAsRegistered(db: Db, statutes: Statutes, on: IsoDate): Promise<Statutes> {
  const bodies = await listBodies(db, on)
  const links = await db('area_bodies')
  const areas = await db('areas')
  return {
    ...statutes,
    terms: await withTermOn(db, statutes, on),
    areas: statutes.areas.map((area) => {
      const own = linkedTo(areas, links, area.key, on)
      const there = bodies.filter(({ id }) => own.includes(id))
      return there.length === 0 ? area : areaThen(area, there, bodies, on)
    }),
  }
}

function linkedTo(
  areas: readonly AreaRow[],
  links: readonly { area_id: AreaId; body_id: BodyId; starts_on: IsoDate | null; ends_on: IsoDate | null }[],
  key: string,
  on: IsoDate,
): BodyId[] {
  const area = areas.find(({ slug }) => slug === key)
  return links
    .filter((link) => link.area_id === area?.id && (link.starts_on ?? on) <= on && on <= (link.ends_on ?? on))
    .map(({ body_id }) => body_id)
}

/** Adds the term that a renewal has put into the register, when the day lies in it. */
async function withTermOn(db: Db, statutes: Statutes, on: IsoDate): Promise<Statutes['terms']> {
  const known = new Set(statutes.terms.map(({ startsOn }) => startsOn))
  const added = (await listTermsWithAreas(db))
    .filter((term) => includesDay({ starts_on: term.startsOn, ends_on: term.endsOn }, on))
    .filter(({ startsOn }) => !known.has(startsOn))
    .map(({ id: _id, ...term }) => term)
  return [...statutes.terms, ...added]
}

/** A place's area takes the place's name of the day; a group of organisations keeps its own. */
function areaThen(area: Area, there: readonly Body[], all: readonly Body[], on: IsoDate): Area {
  const written = new Map(area.bodies.map((body) => [body.key, body]))
  const bodies = there.map((body) => {
    const before = written.get(body.slug)
    const next = all.find(({ id }) => id === body.successor_id)
    return {
      ...{ key: body.slug, name: body.name, aliases: before?.aliases ?? [] },
      ...(body.active_from !== null && { activeFrom: body.active_from }),
      ...(body.active_until !== null && { activeUntil: body.active_until }),
      ...(next && {
        successor: {
          ...{ key: next.slug, name: next.name, aliases: [] },
          ...(next.active_from !== null && { activeFrom: next.active_from }),
          ...(next.active_until !== null && { activeUntil: next.active_until }),
          ...(before?.successor?.note !== undefined && { note: before.successor.note }),
        },
      }),
    }
  })
  const active = bodies.filter(({ activeUntil = on }) => activeUntil >= on)
  const [only] = active
  return byKind<Area, Area>(area, {
    place: (place) => ({ ...place, bodies, name: active.length === 1 && only ? only.name : place.name }),
    organisations: (group) => ({ ...group, bodies }),
  })
}
