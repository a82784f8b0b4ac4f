import type { Attacked, Moment } from './attack.ts'
import type { Clue } from './clues.ts'
import { added, deviationsOf, linked, orderOf, tauOf } from './order.ts'

/** What one way of reading the copies gives, over several elections. */
export interface Verdict {
  moment: Moment
  /** One clue for an order, two for the link between voters and ballots. */
  clue: string
  of: Clue['of'] | 'links'
  found: number
  /** Of an order: Kendall's tau, and how many standard deviations it lies from chance. */
  tau: number
  deviations: number
  /** Of links: how many ballots were given to their voter, and how many chance gives to theirs. */
  right: number
  byChance: number
}

export function verdictsOn(elections: readonly (readonly Attacked[])[]): Verdict[] {
  const copies = elections.flat()
  const moments = [...new Set(copies.map(({ moment }) => moment))]
  return moments.flatMap((moment) => {
    const clues = copies.filter((copy) => copy.moment === moment).map((copy) => copy.clues)
    return [...orders(moment, clues), ...links(moment, clues)]
  })
}

function orders(moment: Moment, copies: readonly (readonly Clue[])[]): Verdict[] {
  const names = [...new Set(copies.flat().map(({ of, name }) => JSON.stringify([of, name])))]
  return names.map((key) => {
    const [of, clue] = JSON.parse(key) as [Clue['of'], string]
    const found = copies.flat().filter((one) => one.of === of && one.name === clue)
    const order = added(found.map(({ places }) => orderOf(places)))
    return {
      ...{ moment, clue, of, found: found.reduce((sum, { places }) => sum + places.length, 0) },
      ...{ tau: tauOf(order), deviations: deviationsOf(order), right: 0, byChance: 0 },
    }
  })
}

/** Pairs every order of the ballots with every order of the voters. */
function links(moment: Moment, copies: readonly (readonly Clue[])[]): Verdict[] {
  const found = new Map<string, Verdict>()
  for (const clues of copies) {
    for (const ballots of clues.filter(({ of }) => of === 'ballots')) {
      for (const voters of clues.filter(({ of }) => of === 'voters')) {
        const clue = `${ballots.name} + ${voters.name}`
        const none = {
          moment,
          clue,
          of: 'links',
          found: 0,
          tau: 0,
          deviations: 0,
          right: 0,
          byChance: 0,
        } as const
        const verdict: Verdict = found.get(clue) ?? { ...none }
        found.set(clue, verdict)
        verdict.found += ballots.places.length
        verdict.right += linked(ballots.places, voters.places)
        // Of any number of things laid in an order that says nothing, one on average lies where it belongs.
        verdict.byChance += 1
      }
    }
  }
  return [...found.values()]
}

/**
 * The most links that chance gives, but for one time in ten million: fixed points of a random order are spread as
 * Poisson has it, with a mean of one for each election.
 */
export function mostByChance(elections: number): number {
  let term = Math.exp(-elections)
  let left = 1 - term
  let most = 0
  while (left > 1e-7) {
    most += 1
    term *= elections / most
    left -= term
  }
  return most
}
