import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { AreaId, BodyId } from '../../core/ids.ts'
import { listHeld, type Held } from '../../council/held.ts'
import { standing } from '../../council/in_office.ts'
import { listSeats, type SeatInArea } from '../../council/seats.ts'
import type { OfficeKey } from '../../statutes/offices.ts'
import { nominatorsByMembership, type Nominators } from '../../council/history/nominators.ts'
import { bodyNamer, type BodyNamer } from '../../bodies/names.ts'
import { groupedBy } from '../../core/grouped.ts'

const CHUNK = 500

/** Names are those of the membership's first day. */
export interface HistoryEntry {
  held: Held
  seat: SeatInArea
  /** The place's name; null for organisations. */
  place: string | null
  nominators: Nominators
  offices: { office: OfficeKey; starts_on: IsoDate; ends_on: IsoDate }[]
}

/** By first day, without struck-out memberships. Reads some hundreds at a time, so that memory does not grow. */
export async function* history(db: Db): AsyncGenerator<HistoryEntry> {
  const seats = new Map((await listSeats(db)).map((seat) => [seat.id, seat]))
  const nameOf = await bodyNamer(db)
  const placeOf = await placesByArea(db)
  let last: Held | undefined
  for (;;) {
    const chunk = await chunkAfter(db, last)
    yield* await entriesOf(db, chunk, { seats, nameOf, placeOf })
    last = chunk.at(-1)
    if (chunk.length < CHUNK) return
  }
}

export async function entriesOf(
  db: Db,
  chunk: readonly Held[],
  known: {
    seats: ReadonlyMap<number, SeatInArea>
    nameOf: BodyNamer
    placeOf: ReadonlyMap<AreaId, BodyId>
  },
): Promise<HistoryEntry[]> {
  const byMembership = await nominatorsByMembership(db, chunk, known.nameOf)
  const ids = chunk.map(({ id }) => id)
  const offices = await db('officeholdings')
    .whereIn('membership_id', ids)
    .where(standing('officeholdings'))
    .orderBy('starts_on')
  const ofMembership = groupedBy(offices, ({ membership_id }) => membership_id)
  return chunk.flatMap((held) => {
    const seat = known.seats.get(held.seat_id)
    if (!seat) return []
    const place = known.placeOf.get(seat.area_id)
    return {
      held,
      seat,
      place: place === undefined ? null : known.nameOf(place, held.starts_on),
      nominators: byMembership.get(held.id) ?? { ids: [], text: '' },
      offices: (ofMembership.get(held.id) ?? []).map(({ office, starts_on, ends_on }) => ({
        office,
        starts_on,
        ends_on,
      })),
    }
  })
}

async function chunkAfter(db: Db, last: Held | undefined): Promise<Held[]> {
  return listHeld(db, (memberships) => {
    void memberships.where(standing()).orderBy('memberships.starts_on').orderBy('memberships.id').limit(CHUNK)
    if (last === undefined) return
    const { starts_on, id } = last
    void memberships.where((after) => {
      void after.where('memberships.starts_on', '>', starts_on).orWhere((same) => {
        void same.where('memberships.starts_on', starts_on).where('memberships.id', '>', id)
      })
    })
  })
}

/** The place's id by the area's id. */
export async function placesByArea(db: Db): Promise<Map<AreaId, BodyId>> {
  const places = await db('area_bodies')
    .join('areas', 'areas.id', 'area_bodies.area_id')
    .where('areas.kind', 'place')
    .orderBy('area_bodies.id', 'desc')
    .select<{ area_id: AreaId; body_id: BodyId }[]>('area_id', 'body_id')
  return new Map(places.map(({ area_id, body_id }) => [area_id, body_id]))
}
