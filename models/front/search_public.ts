import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { listPublicElections, type PublicElection } from '../elections/result/publication.ts'
import { nextPublicMeeting, type PublicMeeting } from './notices.ts'
import { listPublicNames, publicCouncilOn, type PublicSeat } from '../council/publication.ts'
import { listSeats } from '../council/seats.ts'
import type { Findable } from './finding.ts'
import type { BodyNameRow, BodyRow } from '../bodies/tables.ts'
import { bodiesToFind, namesOfAreas, sittingsOf, type Sitting } from './search.ts'

/*
 * What anyone may search through: only what the public pages show, so no person is found here who is not named there.
 */

export interface PublicPerson {
  name: string
  sitting: Sitting
}

/** Those who sit or have sat on the council and have agreed to be named, by name. */
export async function publicPeopleToFind(db: Db, today: IsoDate): Promise<Findable<PublicPerson>[]> {
  const names = await listPublicNames(db)
  const { compare } = new Intl.Collator('da')
  return [...(await sittingsOf(db, today, { booked: false }))]
    .flatMap(([id, sitting]) => {
      const name = names.get(id)
      return name === undefined ? [] : [{ id, name, sitting }]
    })
    .sort((a, b) => compare(a.name, b.name) || a.id - b.id)
    .map(({ name, sitting }) => ({ what: { name, sitting }, texts: [name] }))
}

export interface PublicBody extends Pick<BodyRow, 'kind' | 'active_until'> {
  name: string
  /** Official names with their days. */
  names: BodyNameRow[]
  /** A seat that it votes or nominates for. */
  seat: string
}

/** The places and organisations behind the seats, by every name they have had. */
export async function publicBodiesToFind(db: Db, today: IsoDate): Promise<Findable<PublicBody>[]> {
  const seats = await listSeats(db)
  return (await bodiesToFind(db, today)).flatMap(({ what, texts }) => {
    const { kind, active_until, name, names, areas } = what
    const seat = seats.find(({ area_id }) => areas.some(({ id }) => id === area_id))?.slug
    return seat === undefined ? [] : [{ what: { kind, active_until, name, names, seat }, texts }]
  })
}

/** Every seat of the day, also by what the place behind it was called before. */
export async function publicSeatsToFind(db: Db, today: IsoDate): Promise<Findable<PublicSeat>[]> {
  const { seats } = await publicCouncilOn(db, today)
  const areas = new Map((await listSeats(db)).map(({ slug, area_name }) => [slug, area_name]))
  const former = await namesOfAreas(db)
  return seats.map((seat) => {
    const area = areas.get(seat.slug) ?? ''
    return { what: seat, texts: [seat.area, area, ...(former.get(area) ?? [])] }
  })
}

/** Each election that has been called, by the words that name it; the newest polling day first. */
export async function publicElectionsToFind(
  db: Db,
  wordsOf: (election: PublicElection, area: string) => string,
): Promise<Findable<PublicElection>[]> {
  const former = await namesOfAreas(db)
  return (await listPublicElections(db)).map((election) => {
    const areas = new Set([election.area, ...(former.get(election.area) ?? [])])
    return { what: election, texts: [...areas].map((area) => wordsOf(election, area)) }
  })
}

/** The next meeting, which is all that the public pages tell of meetings. */
export async function publicMeetingsToFind(
  db: Db,
  today: IsoDate,
  wordsOf: (meeting: PublicMeeting) => string,
): Promise<Findable<PublicMeeting>[]> {
  const meeting = await nextPublicMeeting(db, today)
  return meeting ? [{ what: meeting, texts: [wordsOf(meeting)] }] : []
}
