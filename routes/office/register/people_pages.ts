import type { Request } from 'express'
import { listPeople } from '../../../models/register/people.ts'
import { paths } from '../../paths.ts'

/** office/register/people. */
export interface PeoplePage {
  people: { name: string; href: string; seat: { label: string; href: string } | null }[]
}

export async function peoplePage(req: Request): Promise<PeoplePage> {
  const people = await listPeople(req.db, req.clock.today())
  return {
    people: people.map(({ id, name, seat }) => ({
      name,
      href: paths.person(id),
      seat: seat ? { label: seat.label, href: paths.seat(seat.slug) } : null,
    })),
  }
}
