import type { Request } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import { listPeople } from '../../../models/council/people_with_seats.ts'
import { asOf, sameDay, type AsOf } from '../../../views/as_of.ts'
import { paths } from '../../../views/paths.ts'
import { readerOf } from '../../web/reader.ts'

/** office/register/people. */
export interface PeoplePage {
  asOf: AsOf
  people: { name: string; href: string; seat: { label: string; href: string } | null }[]
}

/** Everybody, with the seat that each held on the day. */
export async function peoplePage(req: Request, day?: IsoDate): Promise<PeoplePage> {
  const then = asOf(readerOf(req), paths.people, day)
  const people = await listPeople(req.db, then.day)
  return {
    asOf: then,
    people: people.map(({ id, name, seat }) => ({
      name,
      href: paths.person(id),
      seat: seat ? { label: seat.label, href: sameDay(paths.seat(seat.slug), then) } : null,
    })),
  }
}
