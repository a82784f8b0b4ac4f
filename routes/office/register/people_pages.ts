import type { Request } from 'express'
import type { IsoDate } from '../../../models/dates.ts'
import { listMembershipsOf } from '../../../models/register/memberships.ts'
import { getPerson, listPeople } from '../../../models/register/people.ts'
import { listBodies } from '../../../models/register/places.ts'
import {
  publicationsOf,
  PUBLIC_FIELDS,
  type Publication,
  type PublicField,
} from '../../../models/register/publications.ts'
import { statutesOn } from '../../../models/register/statutes.ts'
import type { ContactBy, EndReason, PersonRow } from '../../../models/tables.ts'
import { allows, userOf } from '../../access.ts'
import { paths } from '../../paths.ts'
import { chosenText } from './words.ts'

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

/** office/register/person. */
export interface PersonPage {
  id: number
  name: string
  /** null for those who may not read contact data. */
  contact: Contact | null
  publications: { field: PublicField; published: boolean; decided_on: IsoDate | null }[]
  memberships: PersonMembership[]
}

export interface Contact {
  contact_by: ContactBy
  place: string | null
  phone: string | null
  email: string | null
  postal_address: string | null
  protected_address: boolean
}

export interface PersonMembership {
  seat: string
  href: string
  starts_on: IsoDate
  ends_on: IsoDate
  end_reason: EndReason | 'private' | null
  /** null where there is none, and for those who may not read it. */
  note: string | null
  chosen: string
}

export async function personPage(req: Request, id: number): Promise<PersonPage> {
  const person = await getPerson(req.db, id)
  const user = userOf(req)
  const mayRead = allows(user.role, 'contacts.read')
  const { statutes } = await statutesOn(req.db, req.clock.today())
  const published = (await publicationsOf(req.db, [id])).get(id)
  const memberships = await listMembershipsOf(req.db, id)
  return {
    id,
    name: person.name,
    // Everybody may read what is held of themselves.
    contact: mayRead || user.personId === id ? await contactOf(req, person) : null,
    publications: PUBLIC_FIELDS.map((field) => ({ field, ...dated(published?.[field]) })),
    memberships: memberships.map((held) => ({
      seat: held.seat.label,
      href: paths.seat(held.seat.slug),
      starts_on: held.starts_on,
      ends_on: held.ends_on,
      end_reason:
        held.end_private && !allows(userOf(req).role, 'contacts.read') ? 'private' : held.end_reason,
      note: mayRead ? held.end_note : null,
      chosen: chosenText(req, statutes, held.seat, held.chosen),
    })),
  }
}

function dated(publication: Publication | undefined) {
  return { published: publication?.published ?? false, decided_on: publication?.decided_on ?? null }
}

async function contactOf(req: Request, person: PersonRow): Promise<Contact> {
  const { contact_by, phone, email, postal_address } = person
  const places = await listBodies(req.db, req.clock.today())
  const place = places.find((body) => body.id === person.contact_place_id)?.name ?? null
  const protected_address = Boolean(person.protected_address)
  return { contact_by, place, phone, email, postal_address, protected_address }
}
