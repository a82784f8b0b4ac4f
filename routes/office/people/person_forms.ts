import type { Request } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import { CONTACT_WAYS, findSameName, getPerson, versionOf } from '../../../models/people/people.ts'
import { listBodies } from '../../../models/bodies/bodies.ts'
import { publicationsOf, PUBLIC_FIELDS, type PublicField } from '../../../models/people/publications.ts'
import type { ContactBy, PersonRow } from '../../../models/people/tables.ts'
import { paths } from '../../../views/paths.ts'
import { isPlace } from '../../../models/rules/core/by_kind.ts'

/** office/register/person_form, for a new person and for one who is known. */
export interface PersonFormPage {
  heading: string
  action: string
  back: string
  contactWays: readonly ContactBy[]
  places: { id: number; name: string }[]
  /** The person as stored; null for a new one. */
  person: PersonRow | null
  /** What the form was made from; see `changePerson`. */
  seen: string | null
  /** The seat that the new person is to be placed on afterwards. */
  seat: string
  /** Somebody is called that already: asks whether it is somebody else. */
  sameName: boolean
  /** What was typed over something that another person has changed meanwhile. */
  typedOver: { field: ContactField; text: string }[]
}

const CONTACT_FIELDS = ['name', 'phone', 'email', 'postal_address'] as const
type ContactField = (typeof CONTACT_FIELDS)[number]

export async function newPersonPage(req: Request): Promise<PersonFormPage> {
  const asked = req.method === 'POST' ? req.typed.plads : req.query.plads
  const seat = typeof asked === 'string' ? asked : ''
  return {
    heading: req.t('register.person.new'),
    action: paths.newPerson,
    back: seat === '' ? paths.people : paths.seat(encodeURIComponent(seat)),
    ...(await choices(req)),
    person: null,
    seen: null,
    seat,
    sameName:
      typeof req.typed.name === 'string' && (await findSameName(req.db, req.typed.name)) !== undefined,
    typedOver: [],
  }
}

/** `conflict`: the form shows how things stand now, and beside it what had been typed. */
export async function editPersonPage(req: Request, id: number, conflict = false): Promise<PersonFormPage> {
  const person = await getPerson(req.db, id)
  const typedOver = CONTACT_FIELDS.flatMap((field) => {
    const text = req.typed[field]
    return conflict && typeof text === 'string' && text !== (person[field] ?? '') ? [{ field, text }] : []
  })
  return {
    heading: req.t('register.person.edit', { name: person.name }),
    action: paths.editPerson(id),
    back: paths.person(id),
    ...(await choices(req)),
    person,
    seen: versionOf(person),
    seat: '',
    sameName: false,
    typedOver,
  }
}

async function choices(req: Request) {
  const bodies = await listBodies(req.db, req.clock.today())
  const places = bodies.filter(isPlace).map(({ id, name }) => ({ id, name }))
  return { contactWays: CONTACT_WAYS, places }
}

/** office/register/publication. */
export interface PublicationPage {
  name: string
  action: string
  back: string
  today: IsoDate
  published: Record<PublicField, boolean>
  asked: boolean
}

export async function publicationPage(req: Request, id: number): Promise<PublicationPage> {
  const { name } = await getPerson(req.db, id)
  const now = (await publicationsOf(req.db, [id])).get(id)
  const published = Object.fromEntries(
    PUBLIC_FIELDS.map((field) => [field, now?.[field].published ?? false]),
  ) as Record<PublicField, boolean>
  return {
    name,
    action: paths.personPublication(id),
    back: paths.person(id),
    today: req.clock.today(),
    published,
    asked: now?.name.decided_on !== undefined,
  }
}
