import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import { type DifferenceCheck, readCheck } from '../../../../models/elections/count/differences.ts'
import type { Counting } from '../../../../models/elections/count/rounds.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { AccountId } from '../../../../models/core/ids.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { EXPLANATIONS, type Explanation } from '../../../../models/rules/elections/protocol/differences.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import type { Asking } from '../parts.ts'
import { differingLabel, linesOf } from './lines.ts'

export interface DifferencePage extends Asking {
  head: ElectionHead
  action: string
  keepAction: string
  countHref: string
  /** `look`: it is still to be looked for. `looked`: it was. */
  state: 'none' | 'look' | 'looked'
  round: number
  /** The lines on which the two do not agree, never a figure. */
  lines: string[]
  explanations: readonly Explanation[]
  check: DifferenceCheck | null
  mayCheck: boolean
  mayKeep: boolean
  counters: { value: AccountId; text: string }[]
}

export interface DifferenceRows {
  counting: Pick<Counting, 'round' | 'differs' | 'differing' | 'check' | 'entered'>
  standing: readonly CandidacyRow[]
  /** The reader is on the board, made neither of the two counts, and does not stand. */
  mayKeep: boolean
}

export function differencePage(
  reader: Reader,
  election: Election,
  { counting, standing, mayKeep }: DifferenceRows,
): DifferencePage {
  const { id, status } = election
  const { round, differs, differing, check, entered } = counting
  const isOpen = allows(status, 'enterCount') && differing.length > 0
  const lines = linesOf(reader, standing)
  const isToKeep = isOpen && check !== undefined && entered.length === 0
  return {
    head: headOf(reader, election),
    action: paths.difference(id),
    keepAction: paths.keptCount(id),
    countHref: paths.count(id),
    state: !isOpen ? 'none' : check ? 'looked' : 'look',
    round: round - 1,
    lines: differs.map((one) => differingLabel(reader, one, lines)),
    explanations: EXPLANATIONS,
    check: check ? readCheck(check) : null,
    mayCheck: reader.can['elections.count'],
    mayKeep: mayKeep && isToKeep,
    asks: isToKeep && !mayKeep ? 'keep_count' : null,
    counters: differing.map(({ account_id, counter }) => ({ value: account_id, text: counter })),
  }
}
