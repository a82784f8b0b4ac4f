import type { Body } from '../../../models/bodies/bodies.ts'
import type { BodyId } from '../../../models/core/ids.ts'
import { CONTACT_WAYS } from '../../../models/people/fields.ts'
import type { PersonRow } from '../../../models/people/tables.ts'
import { isPlace } from '../../../models/rules/core/by_kind.ts'
import type { Choice } from '../../partials/form/parts.ts'
import type { Fact } from '../../partials/parts.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export interface PersonFormPage {
  heading: string
  action: string
  back: string
  contactWays: Choice[]
  places: Choice[]
  /** null for a new person. */
  person: PersonRow | null
  /** What the form was made from; see `changePerson`. */
  seen: string | null
  seat: string
  /** The register has a person of that name: the form asks whether this is another one. */
  sameName: boolean
  /** Typed fields that another secretary has changed meanwhile. */
  typedOver: Fact[]
}

export function newPersonPage(
  reader: Reader,
  places: readonly Body[],
  { seat, sameName }: { seat: string; sameName: boolean },
): PersonFormPage {
  return {
    heading: reader.t('register.person.new'),
    action: paths.newPerson,
    back: seat === '' ? paths.people : paths.seat(encodeURIComponent(seat)),
    ...choices(reader, places),
    ...{ person: null, seen: null, seat, sameName, typedOver: [] },
  }
}

/** After a conflict the form shows how things stand now, with what was `typed` beside it. */
export function editPersonPage(
  reader: Reader,
  places: readonly Body[],
  { person, seen, typed }: { person: PersonRow; seen: string; typed: Readonly<Record<string, unknown>> },
): PersonFormPage {
  const labels = {
    name: reader.t('register.person.name'),
    phone: reader.t('common.phone'),
    email: reader.t('common.email'),
    postal_address: reader.t('register.person.postal_address'),
  }
  const typedOver = (['name', 'phone', 'email', 'postal_address'] as const).flatMap((field) => {
    const value = typed[field]
    return typeof value === 'string' && value !== (person[field] ?? '')
      ? [{ label: labels[field], value }]
      : []
  })
  return {
    heading: reader.t('register.person.edit', { name: person.name }),
    action: paths.editPerson(person.id),
    back: paths.person(person.id),
    ...choices(reader, places, person.contact_place_id),
    ...{ person, seen, seat: '', sameName: false, typedOver },
  }
}

/** The places, and an organisation that passes messages on already. */
function choices(
  { t }: Reader,
  bodies: readonly Body[],
  now: BodyId | null = null,
): Pick<PersonFormPage, 'contactWays' | 'places'> {
  return {
    contactWays: CONTACT_WAYS.map((way) => ({ value: way, text: t(`register.contact_by.choice.${way}`) })),
    places: bodies
      .filter((body) => isPlace(body) || body.id === now)
      .map(({ id, name }) => ({ value: id, text: name })),
  }
}
