import type { Incident, RecordData } from './record.ts'

/** What the statutes can say of the seat of somebody who cannot take it. */
const SEATS = ['seat_open', 'seat_next']

/** Who could not take a seat, and what became of it. Returns undefined when everybody could. */
export function barredIn({
  incidents = [],
}: Pick<RecordData, 'incidents'>): { candidacies: number[]; seat: string } | undefined {
  const barring = incidents.filter(({ effect }) => SEATS.includes(effect))
  const [first] = barring
  return first && { candidacies: barring.map(({ candidacy_id }) => candidacy_id), seat: first.effect }
}

/** Death and not being eligible take the seat or stop the vote; a name stops it when it misled, and else does nothing. */
export function isFollowed({ because, misled, effect }: Incident): boolean {
  if (because === 'died' || because === 'not_eligible') return effect === 'stops' || SEATS.includes(effect)
  return effect === (misled ? 'stops' : 'none')
}
