import type { SignedIn } from '../accounts/accounts.ts'
import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { PersonId } from '../core/ids.ts'
import { listElections, type Election } from '../elections/elections.ts'
import { knownPeople } from '../people/known_people.ts'
import { listBodiesInFull, type BodyInFull } from '../bodies/body_in_full.ts'
import { standing } from '../council/in_office.ts'
import { listSeats, type SeatInArea } from '../council/seats.ts'
import { rosterOn, type RosterLine } from '../council/roster.ts'
import { includesDay } from '../rules/core/spans.ts'
import type { Findable } from './finding.ts'
import type { PersonRow } from '../people/tables.ts'
import type { MeetingRow } from '../meetings/tables.ts'

// Contact data, notes and reasons are not read here, so no search finds by them.

/** The membership that says most about a person: today's, else the next, else the last. */
export interface Sitting {
  seat: SeatInArea
  starts_on: IsoDate
  ends_on: IsoDate
  when: 'now' | 'coming' | 'past'
}

export interface SearchedPerson extends Pick<PersonRow, 'id' | 'name' | 'registered_on'> {
  sitting: Sitting | undefined
}

export async function peopleToFind(db: Db, today: IsoDate): Promise<Findable<SearchedPerson>[]> {
  const people = await db('people').where(knownPeople(db)).select('id', 'name', 'registered_on')
  const sittings = await sittingsOf(db, today)
  const { compare } = new Intl.Collator('da')
  return people
    .sort((a, b) => compare(a.name, b.name) || a.id - b.id)
    .map((person) => ({ what: { ...person, sitting: sittings.get(person.id) }, texts: [person.name] }))
}

export async function sittingsOf(
  db: Db,
  today: IsoDate,
  { booked } = { booked: true },
): Promise<Map<PersonId, Sitting>> {
  const seats = new Map((await listSeats(db, today)).map((seat) => [seat.id, seat]))
  const memberships = db('memberships').where(standing()).orderBy('starts_on').orderBy('id')
  if (!booked) void memberships.where('starts_on', '<=', today)
  const held = await memberships.select('person_id', 'seat_id', 'starts_on', 'ends_on')
  const found = new Map<PersonId, Sitting>()
  for (const { person_id, seat_id, ...days } of held) {
    const seat = seats.get(seat_id)
    const known = found.get(person_id)?.when
    // The rows come by first day: the last one before today, then today's, then the first to come.
    if (seat && known !== 'now' && known !== 'coming')
      found.set(person_id, { seat, ...days, when: whenOf(days, today) })
  }
  return found
}

function whenOf(days: { starts_on: IsoDate; ends_on: IsoDate }, today: IsoDate): Sitting['when'] {
  if (includesDay(days, today)) return 'now'
  return today < days.starts_on ? 'coming' : 'past'
}

/** Ended bodies too are found, by every official name and by what people call them. */
export async function bodiesToFind(db: Db, today: IsoDate): Promise<Findable<BodyInFull>[]> {
  const bodies = await listBodiesInFull(db, today)
  const { compare } = new Intl.Collator('da')
  return bodies
    .sort((a, b) => compare(a.name, b.name) || a.id - b.id)
    .map((body) => ({ what: body, texts: namesOf(body) }))
}

/** The name of the day first, then the other official ones with the newest first, then the aliases. */
function namesOf({ name, names, aliases }: Pick<BodyInFull, 'name' | 'names' | 'aliases'>): string[] {
  return [...new Set([name, ...names.map((one) => one.name).reverse(), ...aliases])]
}

/** A seat is found by the former names of the place behind it too. */
export async function seatsToFind(db: Db, today: IsoDate): Promise<Findable<RosterLine>[]> {
  const areas = new Map((await listSeats(db)).map(({ id, area_name }) => [id, area_name]))
  const former = await namesOfAreas(db)
  return (await rosterOn(db, today)).map((line) => {
    const area = areas.get(line.seat.id) ?? ''
    return { what: line, texts: [line.seat.label, area, ...(former.get(area) ?? [])] }
  })
}

/** Lists only elections that exist for the user, the newest polling day first. */
export async function electionsToFind(
  db: Db,
  user: SignedIn,
  wordsOf: (election: Election, area: string) => string,
): Promise<Findable<Election>[]> {
  const elections = await listElections(db, user)
  const names = await namesOfAreas(db)
  return elections.map((election) => {
    const known = [election.area_name, ...(names.get(election.area_name) ?? [])]
    return { what: election, texts: [...new Set(known)].map((area) => wordsOf(election, area)) }
  })
}

/** Returns all names of the place behind each area, by the area's name. */
export async function namesOfAreas(db: Db): Promise<Map<string, string[]>> {
  const rows = await db('area_bodies')
    .join('areas', 'areas.id', 'area_bodies.area_id')
    .join('body_names', 'body_names.body_id', 'area_bodies.body_id')
    .where('areas.kind', 'place')
    .orderBy('body_names.id', 'desc')
    .select<{ area: string; name: string }[]>('areas.name as area', 'body_names.name')
  const names = new Map<string, string[]>()
  for (const { area, name } of rows) names.set(area, [...(names.get(area) ?? []), name])
  return names
}

export async function meetingsToFind(
  db: Db,
  wordsOf: (meeting: MeetingRow) => string,
): Promise<Findable<MeetingRow>[]> {
  const latest = ['held_on', 'starts_at', 'id'].map((column) => ({ column, order: 'desc' as const }))
  const meetings = await db('meetings').orderBy(latest)
  return meetings.map((meeting) => ({ what: meeting, texts: [wordsOf(meeting)] }))
}
