import type { Election } from '../../../../models/elections/elections.ts'
import type { NameTwice } from '../../../../models/elections/roll/twice.ts'
import type { Reader } from '../../../reader.ts'
import { assumedAmong, listOf } from '../head.ts'

export interface NamesTwice {
  names: { name: string; areas: string }[]
  assumedRules: string[]
}

/** Returns null for readers who do not plan elections: staff have no business knowing who votes at another place. */
export function namesTwice(
  reader: Reader,
  { statutes }: Election,
  found: readonly NameTwice[],
): NamesTwice | null {
  if (!reader.can['elections.plan'] || found.length === 0) return null
  const names = found.map(({ name, elections }) => ({
    name,
    areas: listOf(
      reader,
      elections.map(({ area }) => area),
    ),
  }))
  return { names, assumedRules: assumedAmong(reader, statutes, ['oneVoteAcrossPlaces']) }
}
