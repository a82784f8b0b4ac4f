import { alikeNames } from '../../reading/names.ts'
import { tidyCell } from './table.ts'

export type PairAnswer = 'same' | 'different'

/** Two names that may be one person; `registered` when the second is a person of the register. */
export interface NamePair {
  key: string
  names: [string, string]
  registered: boolean
}

/** Who a name stands for: a person of the register, or a new one, known here by the first spelling. */
export type Identity = { personId: number } | { name: string }

export interface People {
  openPairs: NamePair[]
  /** Every pair, answered or not. */
  pairs: NamePair[]
  /** Names that stand in the register letter by letter. */
  known: string[]
  /** Who is meant by a name. Returns undefined when several in the register could be. */
  identityOf: (name: string) => Identity | undefined
}

/**
 * Finds out who the names of a file stand for. The same name is the same person within the file; whether it is the one in
 * the register, and whether names that are nearly alike are one person, is for people to say: no two are made one
 * silently.
 */
export function peopleIn(
  names: readonly string[],
  registered: readonly { id: number; name: string }[],
  answers: { pairs: Readonly<Record<string, PairAnswer>>; known?: PairAnswer | undefined },
): People {
  const spelled = new Map<string, string>()
  for (const name of names) if (!spelled.has(comparable(name))) spelled.set(comparable(name), tidyCell(name))
  const inRegister = new Map<string, number[]>()
  for (const { id, name } of registered) {
    const ids = inRegister.get(comparable(name))
    if (ids) ids.push(id)
    else inRegister.set(comparable(name), [id])
  }
  const nameOf = new Map(registered.map(({ name }) => [comparable(name), tidyCell(name)]))
  const others = [...nameOf].filter(([key]) => !spelled.has(key)).map(([, name]) => name)
  const pairs = alikeNames([...spelled.values(), ...others])
    .filter((pair) => pair.some((name) => spelled.has(comparable(name))))
    .map((pair) => pairOf(pair, spelled))
  const known = [...spelled].filter(([key]) => inRegister.has(key)).map(([, name]) => name)
  const same = pairs.filter(({ key }) => answers.pairs[key] === 'same')
  const groups = joined(same.map(({ names: pair }) => pair.map(comparable)))
  return {
    openPairs: pairs.filter(({ key }) => answers.pairs[key] === undefined),
    pairs,
    known,
    identityOf: (name) => {
      const key = comparable(name)
      const members = groups.get(key) ?? [key]
      const ids = members.flatMap((one) => {
        const isMeant = !spelled.has(one) || answers.known === 'same'
        return isMeant ? (inRegister.get(one) ?? []) : []
      })
      if (ids.length > 1) return undefined
      const [personId] = ids
      return personId === undefined ? { name: spelled.get(members[0] ?? key) ?? name } : { personId }
    },
  }
}

function comparable(name: string): string {
  return tidyCell(name).toLocaleLowerCase('da')
}

function pairOf([a, b]: [string, string], inFile: ReadonlyMap<string, string>): NamePair {
  const names: [string, string] = inFile.has(comparable(a)) ? [a, b] : [b, a]
  const registered = !inFile.has(comparable(names[1]))
  return { key: `${comparable(names[0])}|${comparable(names[1])}`, names, registered }
}

/** Each name with all those that it is the same as, the first spelled first. */
function joined(pairs: readonly string[][]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const pair of pairs) {
    const merged = [...new Set(pair.flatMap((one) => groups.get(one) ?? [one]))]
    for (const one of merged) groups.set(one, merged)
  }
  return groups
}
