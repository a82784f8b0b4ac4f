import { isoDate } from '../../../models/core/dates.ts'
import type { Held } from '../../../models/council/held.ts'
import type { SeatInArea } from '../../../models/council/seats.ts'

/** The seat of Slotsgården. */
export function aSeat(given: Partial<SeatInArea> = {}): SeatInArea {
  return {
    ...{ id: 3, area_id: 3, number: 3, slug: 'slotsgaarden', label: 'Slotsgården' },
    ...{ area_slug: 'slotsgaarden', area_name: 'Slotsgården', area_kind: 'place' },
    ...{ starts_on: isoDate('2018-01-01'), ends_on: null },
    ...given,
  }
}

/** Gerda Elmose sits on the seat of Slotsgården from January 2026 to the end of the term; she was written in by hand. */
export function aHeld(given: Partial<Held> = {}): Held {
  const end = isoDate('2029-12-31')
  return {
    ...{
      id: 11,
      seat_id: 3,
      person_id: 5,
      person: 'Gerda Elmose',
      term_id: 3,
      chosen: { how: 'registered' },
    },
    ...{ starts_on: isoDate('2026-01-12'), due_on: end, ends_on: end, end_reason: null, end_note: null },
    ...{ origin: 'registration', candidacy_id: null, appointment_id: null, voided_on: null, end_private: 0 },
    ...given,
  }
}
