import type { Election } from '../../../../models/elections/elections.ts'
import type { NameTwice } from '../../../../models/elections/roll/twice.ts'
import type { Reader } from '../../../reader.ts'
import { assumedAmong, listOf } from '../head.ts'

/** Names that stand on this roll and on another one, for _roll_twice.ejs. */
export interface NamesTwice {
  names: { name: string; areas: string }[]
  assumedRules: string[]
}

/**
 * The names on two rolls, in words. Returns null when there are none, or the reader does not plan elections: the staff of
 * one place have no business knowing who comes to another.
 */
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
