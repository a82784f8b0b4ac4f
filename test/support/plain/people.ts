import { isoDate } from '../../../models/core/dates.ts'
import type { MembershipOfPerson } from '../../../models/council/memberships.ts'
import type { PersonRow } from '../../../models/people/tables.ts'
import type { PersonLife } from '../../../models/privacy/person_life.ts'
import { aHeld, aSeat } from './council.ts'
import { anId } from '../ids.ts'

export function aPersonRow(given: Partial<PersonRow> = {}): PersonRow {
  return {
    ...{ id: anId(5), name: 'Gerda Elmose', email: null, phone: '86 40 00 00', postal_address: null },
    ...{ contact_by: 'phone', contact_place_id: null, protected_address: 0 },
    registered_on: isoDate('2026-01-02'),
    ...given,
  }
}

export function aMembership(given: Partial<MembershipOfPerson> = {}): MembershipOfPerson {
  return { ...aHeld(), seat: aSeat(), ...given }
}

export function aLifeWith(given: Partial<PersonLife> = {}): PersonLife {
  return {
    ...{ memberships: [], formal: new Map(), offices: [], held: undefined, candidacies: [], nominations: [] },
    ...{ substitutes: [], attendance: [], grounds: [] },
    ...given,
  }
}
