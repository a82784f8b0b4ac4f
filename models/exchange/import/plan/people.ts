import { alikeNames } from '../../reading/names.ts'
import { tidyCell } from './table.ts'
import type { PersonId } from '../../../core/ids.ts'

export type PairAnswer = 'same' | 'different'

/** `registered`: the second name is a person of the register. */
export interface NamePair {
  key: string
  names: [string, string]
  registered: boolean
}

/** A person of the register, or a new one by the first spelling. */
export type Identity = { personId: PersonId } | { name: string }

export interface People {
  openPairs: NamePair[]
  pairs: NamePair[]
  /** Names that stand in the register letter by letter. */
  known: string[]
  /** Returns undefined when several people in the register could be meant. */
  identityOf: (name: string) => Identity | undefined
}

/** Within the file a name is one person. Only the secretary says that two names, or file and register, mean one. */
export function peopleIn(
  names: readonly string[],
  registered: readonly { id: PersonId; name: string }[],
  answers: { pairs: Readonly<Record<string, PairAnswer>>; known?: PairAnswer | undefined },
): People {
  const spelled = new Map<string, string>()
  for (const name of names) if (!spelled.has(comparable(name))) spelled.set(comparable(name), tidyCell(name))
  const inRegister = new Map<string, PersonId[]>()
  for (const { id, name } of registered) {
    const ids = inRegister.get(comparable(name))
    if (ids) ids.push(id)
    else inRegister.set(comparable(name), [id])
  }
  const nameOf = new Map(registered.map(({ name }) => [comparable(name), tidyCell(name)]))
  const onlyRegistered = [...nameOf].filter(([key]) => !spelled.has(key)).map(([, name]) => name)
  const pairs = alikeNames([...spelled.values(), ...onlyRegistered])
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

/** Each name with all names of the same person, the first spelling first. */
function joined(pairs: readonly string[][]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const pair of pairs) {
    const merged = [...new Set(pair.flatMap((one) => groups.get(one) ?? [one]))]
    for (const one of merged) groups.set(one, merged)
  }
  return groups
}
