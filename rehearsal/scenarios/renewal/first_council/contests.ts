import type { PlaceArea } from '../../../../models/statutes/document.ts'
import type { Person } from '../../../kit/person.ts'
import type { Plot } from './plot.ts'

/** Two counters who differ, a tie, too few candidates for a vote, or none of these. */
export type Kind = 'difference' | 'tie' | 'uncontested' | 'plain'

export interface Contest {
  area: PlaceArea
  kind: Kind
  at: string
  counters: readonly [Person, Person]
  certifier: Person
  candidates: (readonly [name: string, votes: number])[]
  /** Candidates with the most votes, and among equals the one the lot falls on. */
  elected: string[]
}

const KINDS: readonly Kind[] = ['difference', 'tie', 'uncontested', 'plain']
const SAFE = 20

/** Papers in the box without a vote; spoiled and missing papers. */
export const BLANK = 2
export const INVALID = 1
export const EXCHANGED = 1
export const NOT_RETURNED = 3
export const UNUSED = 15

/** Every kind of contest happens, if there are places enough. */
export function contestsFor({ house, places, names, cast }: Plot): Omit<Contest, 'at'>[] {
  const mayDecide = house.statutes.rules.uncontested.value === 'decision'
  const kinds = KINDS.filter((kind) => mayDecide || kind !== 'uncontested')
  return places.map((area, index) => {
    const kind = kinds[index % kinds.length] ?? 'plain'
    const officials = cast.officials.get(area.key)
    if (!officials) throw new Error(`ingen arbejder på ${area.name}`)
    const votes = votesIn(kind, area.seats)
    const candidates = votes.map((each) => [names.next().value, each] as const)
    const elected = candidates.slice(0, area.seats).map(([name]) => name)
    return {
      area,
      kind,
      counters: [officials[0], officials[1]],
      certifier: officials[2],
      candidates,
      elected,
    }
  })
}

/** The elected first. In a tie the last seat lies between two with the same number. */
function votesIn(kind: Kind, seats: number): number[] {
  const safe = Array.from({ length: seats - 1 }, () => SAFE)
  const border = { difference: [31, 14, 10], tie: [14, 14, 6], uncontested: [0], plain: [11, 7] }[kind]
  return [...safe, ...border]
}

export function inBox({ candidates }: Contest): number {
  return candidates.reduce((sum, [, votes]) => sum + votes, 0) + BLANK + INVALID
}
