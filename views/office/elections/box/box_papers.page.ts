import type { Merger } from '../../../../models/elections/box/papers/merging.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import type { Asking } from '../parts.ts'

export interface BoxPapersPage extends Asking {
  head: ElectionHead
  /** `apart`: each box is counted by itself. `sealed`: the tablet's box is not opened yet. */
  state: 'apart' | 'sealed' | 'to_print' | 'to_mix' | 'mixed'
  mayWork: boolean
  /** A candidate does not see the ballots of one box. */
  stands: boolean
  sheets: number
  prints: Merger['prints']
  mix: Merger['mix'] | null
  printAction: string
  mixAction: string
  boxHref: string
  countHref: string
}

export function boxPapersPage(
  reader: Reader,
  election: Election,
  merger: Merger | undefined,
  maySee: boolean,
): BoxPapersPage {
  const { id, status } = election
  const { prints = [], mix = null, opening } = merger ?? {}
  const isForMe = reader.can['elections.count'] && allows(status, 'openBox')
  const state = stateOf(merger)
  const isMoved = state === 'to_print' || state === 'to_mix'
  return {
    head: headOf(reader, election),
    asks: isForMe && !maySee && isMoved ? 'enter_papers' : null,
    state,
    mayWork: isForMe && maySee,
    stands: isForMe && !maySee,
    sheets: opening?.envelopes ?? 0,
    ...{ prints, mix },
    printAction: paths.boxPrint(id),
    mixAction: paths.boxMix(id),
    boxHref: paths.box(id),
    countHref: paths.count(id),
  }
}

function stateOf(merger: Merger | undefined): BoxPapersPage['state'] {
  if (!merger) return 'apart'
  if (!merger.opening) return 'sealed'
  if (merger.mix) return 'mixed'
  return merger.prints.length > 0 ? 'to_mix' : 'to_print'
}
