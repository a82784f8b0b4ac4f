/**
 * Where an attacker finds a ballot or a mark on the roll. Only places of one group can be compared: those on one page of
 * a file, or all of them. What the attacker wants to know is `turn`, when it came, and `who`, the voter.
 */
export interface Place {
  group: number
  at: number
  turn: number
  who: number
}

/** How far places follow what happened: more agreeing than disagreeing pairs, of how many, and its variance by chance. */
export interface Order {
  sum: number
  pairs: number
  variance: number
}

export function orderOf(places: readonly Place[]): Order {
  return added([...inGroups(places).values()].map(orderWithin))
}

export function added(orders: readonly Order[]): Order {
  const total = (of: keyof Order) => orders.reduce((sum, order) => sum + order[of], 0)
  return { sum: total('sum'), pairs: total('pairs'), variance: total('variance') }
}

/** Kendall's tau: 1 when the order is known, -1 when it is known backwards, near 0 when the places say nothing. */
export function tauOf({ sum, pairs }: Order): number {
  return pairs === 0 ? 0 : sum / pairs
}

/** How many standard deviations the sum lies from what chance gives. */
export function deviationsOf({ sum, variance }: Order): number {
  return variance === 0 ? 0 : sum / Math.sqrt(variance)
}

function inGroups(places: readonly Place[]): Map<number, Place[]> {
  const groups = new Map<number, Place[]>()
  for (const place of places) groups.set(place.group, [...(groups.get(place.group) ?? []), place])
  return groups
}

/** The variance of Kendall's sum with ties: n(n - 1)(2n + 5) / 18 less t(t - 1)(2t + 5) / 18 for t equal places. */
function orderWithin(places: readonly Place[]): Order {
  let sum = 0
  for (const [index, a] of places.entries())
    for (const b of places.slice(index + 1)) sum += Math.sign(b.at - a.at) * Math.sign(b.turn - a.turn)
  const equal = new Map<number, number>()
  for (const { at } of places) equal.set(at, (equal.get(at) ?? 0) + 1)
  const ties = [...equal.values()].reduce((all, t) => all + spread(t), 0)
  const n = places.length
  return { sum, pairs: (n * (n - 1)) / 2, variance: spread(n) - ties }
}

function spread(n: number): number {
  return (n * (n - 1) * (2 * n + 5)) / 18
}

/** How many ballots an attacker gives to their voter who lays both in the order of their places and pairs them off. */
export function linked(ballots: readonly Place[], voters: readonly Place[]): number {
  const inOrder = (places: readonly Place[]) =>
    [...places].sort((a, b) => a.group - b.group || a.at - b.at).map(({ who }) => who)
  const [cast, marked] = [inOrder(ballots), inOrder(voters)]
  return cast.filter((who, index) => who === marked[index]).length
}
