import type { BodyInFull } from '../../../models/bodies/body_in_full.ts'
import type { Merger } from '../../../models/bodies/mergers.ts'
import { isoDate } from '../../../models/core/dates.ts'
import type { SeatToDecide } from '../../../models/council/places_over_time.ts'
import { aHeld, aSeat } from './council.ts'
import { anId } from '../ids.ts'

export function aBody(given: Partial<BodyInFull> = {}): BodyInFull {
  return {
    ...{
      id: anId(3),
      slug: 'slotsgaarden',
      kind: 'place',
      name: 'Slotsgården',
      successor_id: null,
      address: null,
    },
    ...{ active_from: null, active_until: null, aliases: [], addressThen: null, addresses: [] },
    ...{ contact: undefined, areas: [], areasThen: [], successor: undefined, predecessors: [], changes: [] },
    names: [],
    ...given,
  }
}

/** A proposal of 2 January 2026 to merge two places, rejected on 1 March. */
export function aMerger(given: Partial<Merger> = {}): Merger {
  const [proposed, decided] = [isoDate('2026-01-02'), isoDate('2026-03-01')]
  return {
    ...{ id: anId(1), proposed_by: 'Forvaltningen', proposed_on: proposed, text: 'Ét værested' },
    ...{
      recorded_by: 'Signe Holm',
      bodies: [aBody(), aBody({ id: anId(1), name: 'Perron 4', slug: 'perron-4' })],
    },
    decision: {
      ...{ proposal_id: anId(1), outcome: 'rejected', decided_by: 'Byrådet', decided_on: decided },
      ...{ case_number: null, note: null, recorded_by: 'Signe Holm' },
    },
    ...given,
  }
}

export function anEnding({ number = 3, mustDecide = true } = {}): SeatToDecide {
  const seat = aSeat({ id: anId(number), number, slug: `plads-${number}`, label: `Plads ${number}` })
  const rest = { endsOn: isoDate('2026-09-30'), successor: undefined, mustDecide }
  return { seat, member: aHeld({ seat_id: anId(number) }), body: aBody(), ...rest }
}
