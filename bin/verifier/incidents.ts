import type { Shape } from './shape.ts'

export interface Incident {
  candidacy_id: number
  because: string
  misled: boolean
  effect: string
}

export const INCIDENT: Shape = { candidacy_id: 'number', because: 'text', misled: 'any', effect: 'text' }

/** What the statutes can say of the seat of somebody who cannot take it. */
const SEATS = ['seat_open', 'seat_next']

/** Who could not take a seat, and what became of it. Returns undefined when everybody could. */
export function barredIn({
  incidents = [],
}: {
  incidents?: Incident[]
}): { candidacies: number[]; seat: string } | undefined {
  const barring = incidents.filter(({ effect }) => SEATS.includes(effect))
  const [first] = barring
  return first && { candidacies: barring.map(({ candidacy_id }) => candidacy_id), seat: first.effect }
}

/** Death and not being eligible take the seat or stop the vote; a name stops it when it misled, and else does nothing. */
export function isFollowed({ because, misled, effect }: Incident): boolean {
  if (because === 'died' || because === 'not_eligible') return effect === 'stops' || SEATS.includes(effect)
  return effect === (misled ? 'stops' : 'none')
}

export interface Ranked {
  id: number
  votes: number
}

/** Those who can take a seat, most votes first, and how many seats there are for them. */
export function ableIn(
  all: readonly Ranked[],
  seats: number,
  barred: ReturnType<typeof barredIn>,
): { ranked: Ranked[]; seats: number } {
  const out = ({ id }: Ranked) => barred?.candidacies.includes(id) === true
  const order = [...all].sort((a, b) => b.votes - a.votes || Number(out(a)) - Number(out(b)))
  const open = barred?.seat === 'seat_open' ? order.slice(0, seats).filter(out).length : 0
  return { ranked: order.filter((one) => !out(one)), seats: seats - open }
}
