import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { listPublicElections, type PublicElection } from '../elections/result/publication.ts'
import { nextPublicMeeting, type PublicMeeting } from './notices.ts'
import { listPublicNames, publicCouncilOn, type PublicSeat } from '../council/publication.ts'
import { listSeats } from '../council/seats.ts'
import type { Findable } from './finding.ts'
import type { BodyNameRow, BodyRow } from '../bodies/tables.ts'
import { bodiesToFind, namesOfAreas, sittingsOf, type Sitting } from './search.ts'

// Reads only what the public pages show, so no person is found who is not named there.

export interface PublicPerson {
  name: string
  sitting: Sitting
}

/** Lists only present and former members who have agreed to be named. */
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
  /** Official names only. */
  names: BodyNameRow[]
  /** A seat that the body votes or nominates for. */
  seat: string
}

/** Lists only the bodies behind the seats. */
export async function publicBodiesToFind(db: Db, today: IsoDate): Promise<Findable<PublicBody>[]> {
  const seats = await listSeats(db)
  return (await bodiesToFind(db, today)).flatMap(({ what, texts }) => {
    const { kind, active_until, name, names, areas } = what
    const seat = seats.find(({ area_id }) => areas.some(({ id }) => id === area_id))?.slug
    return seat === undefined ? [] : [{ what: { kind, active_until, name, names, seat }, texts }]
  })
}

export async function publicSeatsToFind(db: Db, today: IsoDate): Promise<Findable<PublicSeat>[]> {
  const { seats } = await publicCouncilOn(db, today)
  const areas = new Map((await listSeats(db)).map(({ slug, area_name }) => [slug, area_name]))
  const former = await namesOfAreas(db)
  return seats.map((seat) => {
    const area = areas.get(seat.slug) ?? ''
    return { what: seat, texts: [seat.area, area, ...(former.get(area) ?? [])] }
  })
}

/** Lists only elections that have been called, the newest polling day first. */
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

/** Finds only the next meeting: the public pages tell of no other. */
export async function publicMeetingsToFind(
  db: Db,
  today: IsoDate,
  wordsOf: (meeting: PublicMeeting) => string,
): Promise<Findable<PublicMeeting>[]> {
  const meeting = await nextPublicMeeting(db, today)
  return meeting ? [{ what: meeting, texts: [wordsOf(meeting)] }] : []
}
