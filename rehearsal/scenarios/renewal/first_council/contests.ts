import type { PlaceArea } from '../../../../models/statutes/document.ts'
import type { Person } from '../../../kit/person.ts'
import type { Plot } from './plot.ts'

/** What happens in an election: two counters who differ, a tie, nobody else standing, or nothing special. */
export type Kind = 'difference' | 'tie' | 'uncontested' | 'plain'

export interface Contest {
  area: PlaceArea
  kind: Kind
  /** The address of the election. */
  at: string
  counters: readonly [Person, Person]
  /** Certifies with the secretary. */
  certifier: Person
  /** Each candidate with the votes that are in the box. */
  candidates: (readonly [name: string, votes: number])[]
  /** Who gets the seats: those with the most votes, and among equals whomever the lot falls on. */
  elected: string[]
}

const KINDS: readonly Kind[] = ['difference', 'tie', 'uncontested', 'plain']
const SAFE = 20

/** The papers in the box that are no vote for anybody, and those that came back spoiled or never came back. */
export const BLANK = 2
export const INVALID = 1
export const EXCHANGED = 1
export const NOT_RETURNED = 3
export const UNUSED = 15

/** One contest for each place, so that everything happens that can happen, as far as there are places enough. */
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

/** Votes for each candidate, the elected first. In a tie the last seat lies between two with the same. */
function votesIn(kind: Kind, seats: number): number[] {
  const safe = Array.from({ length: seats - 1 }, () => SAFE)
  const border = { difference: [31, 14, 10], tie: [14, 14, 6], uncontested: [0], plain: [11, 7] }[kind]
  return [...safe, ...border]
}

export function inBox({ candidates }: Contest): number {
  return candidates.reduce((sum, [, votes]) => sum + votes, 0) + BLANK + INVALID
}
