import { ROLES } from '../../../models/accounts/permissions.ts'
import type { Body } from '../../../models/bodies/bodies.ts'
import type { ListedPerson } from '../../../models/council/people_with_seats.ts'
import type { Reader } from '../../reader.ts'
import { isPlace } from '../../../models/rules/core/by_kind.ts'

interface Option {
  value: number
  text: string
}

export interface NewPage {
  roles: { value: string; text: string; hint: string }[]
  places: Option[]
  people: Option[]
}

export function newPage(
  { t }: Reader,
  people: readonly Pick<ListedPerson, 'id' | 'name' | 'seat'>[],
  bodies: readonly Body[],
): NewPage {
  return {
    roles: ROLES.map((value) => ({
      value,
      text: t(`roles.${value}`),
      hint: t(`accounts.role_hint.${value}`),
    })),
    places: bodies.filter(isPlace).map(({ id, name }) => ({ value: id, text: name })),
    people: people.map(({ id, name, seat }) => ({
      value: id,
      text: seat ? `${name} (${seat.label})` : name,
    })),
  }
}
