import type { Request } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import { listErasuresOf } from '../../../models/privacy/erasures.ts'
import { getPerson } from '../../../models/people/people.ts'
import { personLife, type PersonLife } from '../../../models/privacy/person_life.ts'
import { listBodies } from '../../../models/bodies/bodies.ts'
import {
  publicationsOf,
  PUBLIC_FIELDS,
  type Publication,
  type PublicField,
} from '../../../models/people/publications.ts'
import { listOffices, statutesOn } from '../../../models/statutes/versions.ts'
import type { ContactBy, PersonRow } from '../../../models/people/tables.ts'
import type { Office } from '../../../models/statutes/offices.ts'
import { userOf } from '../../web/access.ts'
import { canOf } from '../../../models/accounts/permissions.ts'
import { asOf, type AsOf } from '../../../views/as_of.ts'
import { officeName } from '../../../views/partials/statutes/office_words.ts'
import { paths } from '../../../views/paths.ts'
import { attendanceOf, groundsOf, type PersonAttendance, type PersonGroundLine } from './person_notes.ts'
import { membershipsOf, officesOf, type PersonMembership, type PersonOfficeLine } from './person_seats.ts'
import {
  electionsOf,
  nominationsOf,
  substitutesOf,
  type PersonElection,
  type PersonNominationLine,
  type PersonSubstituteLine,
} from './person_ways.ts'
import { readerOf } from '../../web/reader.ts'

/** office/register/person. */
export interface PersonPage {
  id: number
  name: string
  asOf: AsOf
  when: 'past' | 'today' | 'future'
  held: { seat: string; href: string; offices: string[] } | null
  memberships: PersonMembership[]
  offices: PersonOfficeLine[]
  elections: PersonElection[]
  nominations: PersonNominationLine[]
  substitutes: PersonSubstituteLine[]
  attendance: PersonAttendance[]
  grounds: PersonGroundLine[]
  /** The parts of which there is nothing to tell. */
  nothing: PersonPart[]
  /** null for those who may not read contact data, and for another day: it is known only as it is now. */
  contact: Contact | null
  /** null for another day. */
  publications: { field: PublicField; published: boolean; decided_on: IsoDate | null }[] | null
  /** When contact data was erased and why, as locale keys; empty for those who may not read it. */
  erasures: { text: string; on: IsoDate }[]
  /** More about the person: `text` is a locale key. */
  links: { href: string; text: string }[]
}

export interface Contact {
  contact_by: ContactBy
  place: string | null
  phone: string | null
  email: string | null
  postal_address: string | null
  protected_address: boolean
}

/** What the reader may see of somebody. */
export interface Reading {
  /** Contact data, notes, private reasons and what is not public of elections and nominations. */
  privately: boolean
  elections: boolean
  nominations: boolean
}

/** Everybody may read what is held of themselves. */
function readingOf(req: Request, personId: number): Reading {
  const can = canOf(userOf(req))
  const own = userOf(req).personId === personId
  return {
    privately: can['contacts.read'] || own,
    elections: can['elections.read'],
    nominations: can['nominations.read'],
  }
}

export async function personPage(req: Request, id: number, asked?: IsoDate): Promise<PersonPage> {
  const person = await getPerson(req.db, id)
  const today = req.clock.today()
  const then = asOf(readerOf(req), paths.person(id), asked)
  const { day, isToday } = then
  const life = await personLife(req.db, id, { today, by: isToday ? undefined : day })
  const reading = readingOf(req, id)
  const { statutes } = await statutesOn(req.db, day)
  const offices = await listOffices(req.db)
  const parts = {
    memberships: membershipsOf(req, statutes, life, { ...reading, day }),
    offices: officesOf(req, offices, life, reading),
    elections: electionsOf(req, statutes, life, reading),
    nominations: nominationsOf(req, life, reading),
    substitutes: substitutesOf(life, reading),
    attendance: attendanceOf(req, life),
    grounds: reading.privately ? groundsOf(life) : [],
  }
  return {
    ...{ id, name: person.name, asOf: then, when: whenIs(then), held: heldOf(req, offices, life), ...parts },
    nothing: PARTS.filter((part) => parts[part].length === 0 && isToldOf(part, reading)),
    contact: reading.privately && isToday ? await contactOf(req, person) : null,
    publications: isToday ? await publicOf(req, id) : null,
    erasures: reading.privately && isToday ? await erasuresOf(req, id) : [],
    links: [
      ...(reading.privately ? [{ href: paths.insight(id), text: 'insight.link' }] : []),
      ...(canOf(userOf(req))['register.write']
        ? [{ href: paths.personErasure(id), text: 'retention.erasure.link' }]
        : []),
    ],
  }
}

function whenIs({ isToday, isPast }: AsOf): PersonPage['when'] {
  if (isToday) return 'today'
  return isPast ? 'past' : 'future'
}

/** In the order of the page; the memberships have a sentence of their own. */
const PARTS = ['offices', 'elections', 'nominations', 'substitutes', 'attendance', 'grounds'] as const
type PersonPart = (typeof PARTS)[number]

/** Nothing is said of what the reader would not be told in any case. */
function isToldOf(part: PersonPart, reading: Reading): boolean {
  if (part === 'grounds') return reading.privately
  if (part === 'nominations') return reading.privately || reading.nominations
  return part !== 'elections' || reading.privately || reading.elections
}

function heldOf(req: Request, known: readonly Office[], { held }: PersonLife): PersonPage['held'] {
  if (!held) return null
  const { label, slug } = held.membership.seat
  const offices = held.offices.map(({ office }) => officeName(req, known, office))
  return { seat: label, href: paths.seat(slug), offices }
}

async function publicOf(req: Request, id: number): Promise<PersonPage['publications']> {
  const published = (await publicationsOf(req.db, [id])).get(id)
  return PUBLIC_FIELDS.map((field) => ({ field, ...dated(published?.[field]) }))
}

function dated(publication: Publication | undefined) {
  return { published: publication?.published ?? false, decided_on: publication?.decided_on ?? null }
}

async function erasuresOf(req: Request, id: number): Promise<PersonPage['erasures']> {
  const erasures = await listErasuresOf(req.db, id)
  return erasures.map(({ ground, recorded_on }) => ({
    text: `retention.erasure.was_${ground}`,
    on: recorded_on,
  }))
}

async function contactOf(req: Request, person: PersonRow): Promise<Contact> {
  const { contact_by, phone, email, postal_address } = person
  const places = await listBodies(req.db, req.clock.today())
  const place = places.find((body) => body.id === person.contact_place_id)?.name ?? null
  const protected_address = Boolean(person.protected_address)
  return { contact_by, place, phone, email, postal_address, protected_address }
}
