import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { knownPeople } from '../people/known_people.ts'
import type { PersonRow } from '../people/tables.ts'
import { inOffice } from './in_office.ts'
import { listSeats } from './seats.ts'

export interface ListedPerson extends PersonRow {
  seat: { slug: string; label: string } | undefined
}

/** Everyone in the register in the order of the Danish alphabet, with the seat held on the day. */
export async function listPeople(db: Db, on: IsoDate): Promise<ListedPerson[]> {
  const people = await db('people').where(knownPeople(db))
  const held = await db('memberships').where(inOffice(on)).select('person_id', 'seat_id')
  const seats = new Map((await listSeats(db, on)).map((seat) => [seat.id, seat]))
  const seatOf = new Map(held.map(({ person_id, seat_id }) => [person_id, seats.get(seat_id)]))
  const { compare } = new Intl.Collator('da')
  return people
    .map((person) => ({ ...person, seat: seatOf.get(person.id) }))
    .sort((a, b) => compare(a.name, b.name) || a.id - b.id)
}
