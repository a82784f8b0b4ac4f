import { isoDate } from '../../../models/core/dates.ts'
import type { Held } from '../../../models/council/held.ts'
import type { HeldOffice } from '../../../models/council/offices/offices.ts'
import type { RosterLine, RosterMember } from '../../../models/council/roster.ts'
import type { SeatInArea } from '../../../models/council/seats.ts'
import { anId } from '../ids.ts'

type VacantSeat = NonNullable<RosterLine['vacancy']>

export function aSeat(given: Partial<SeatInArea> = {}): SeatInArea {
  return {
    ...{ id: anId(3), area_id: anId(3), number: 3, slug: 'slotsgaarden', label: 'Slotsgården' },
    ...{ area_slug: 'slotsgaarden', area_name: 'Slotsgården', area_kind: 'place' },
    ...{ starts_on: isoDate('2018-01-01'), ends_on: null },
    ...given,
  }
}

/** Gerda Elmose, registered by hand, sits on the seat of Slotsgården from January 2026 to the end of the term. */
export function aHeld(given: Partial<Held> = {}): Held {
  const end = isoDate('2029-12-31')
  return {
    ...{
      id: anId(11),
      seat_id: anId(3),
      person_id: anId(5),
      person: 'Gerda Elmose',
      term_id: anId(3),
      chosen: { how: 'registered' },
    },
    ...{ starts_on: isoDate('2026-01-12'), due_on: end, ends_on: end, end_reason: null, end_note: null },
    ...{ origin: 'registration', candidacy_id: null, appointment_id: null, voided_on: null, end_private: 0 },
    ...given,
  }
}

export function aLine(given: Partial<RosterLine> = {}): RosterLine {
  return { seat: aSeat(), member: aMember(), vacancy: undefined, ...given }
}

export function aMember(given: Partial<RosterMember> = {}): RosterMember {
  return { ...aHeld(), office: undefined, ...given }
}

export function anOfficer(given: Partial<HeldOffice> = {}): HeldOffice {
  const days = { starts_on: isoDate('2026-01-12'), ends_on: isoDate('2029-12-31') }
  const decided = { decided_on: isoDate('2026-01-12'), decided_by: 'Udsatterådet' }
  const rest = { id: anId(7), number: 1, membership_id: anId(11), end_note: null, voided_on: null }
  return {
    office: 'chair',
    ...days,
    ...decided,
    ...rest,
    person_id: anId(5),
    person: 'Gerda Elmose',
    ...given,
  }
}

/** A seat that is vacant since 1 March 2026, when Gerda Elmose left; people vote for a new member. */
export function aVacancy(given: Partial<VacantSeat> = {}): VacantSeat {
  const left = aHeld({ ends_on: isoDate('2026-02-28'), end_reason: 'moved' })
  return {
    ...{ seat: { ...aSeat(), area_key: 'slotsgaarden' }, vacantSince: isoDate('2026-03-01') },
    ...{ neverFilled: false, previous: left, next: undefined, substitutes: 'none' },
    filling: { by: 'election', kind: 'by_election', areaKey: 'slotsgaarden', areaName: 'Slotsgården' },
    ...given,
  }
}
