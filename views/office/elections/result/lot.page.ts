import type { Election } from '../../../../models/elections/elections.ts'
import { LOT_METHODS, type Result } from '../../../../models/elections/result/result.ts'
import type { LotRow } from '../../../../models/elections/result/tables.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { ShownLot } from '../../../partials/elections/result.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { assumedAmong, headOf, type ElectionHead } from '../head.ts'
import { shownResult } from './shown.ts'
import type { CandidacyId } from '../../../../models/core/ids.ts'

export interface LotPage {
  head: ElectionHead
  action: string
  state: 'form' | 'not_on_board' | 'drawn' | 'no_lot'
  among: { id: CandidacyId; name: string }[]
  votes: number | null
  seatsLeft: number
  /** Candidates who are elected, or safe before lots are drawn. */
  elected: string
  methods: readonly LotRow['method'][]
  lot: ShownLot | null
  drawHref: string
  resultHref: string
  assumedRules: string[]
}

/** `isOnBoard`: the reader may record the lot. */
export function lotPage(
  reader: Reader,
  election: Election,
  result: Result | undefined,
  isOnBoard: boolean,
): LotPage {
  const { id, statutes } = election
  const shown = result && shownResult(reader, result)
  return {
    head: headOf(reader, election),
    action: paths.lot(id),
    state: stateOf(election, result, shown?.lot ?? null, isOnBoard),
    among: (result?.candidates ?? []).filter((one) => result?.among.includes(one.id)),
    votes: result?.steps.find(({ rule }) => rule === 'tie_at_border')?.votes ?? null,
    seatsLeft: result?.seatsLeft ?? 0,
    elected: shown?.elected ?? '',
    methods: LOT_METHODS,
    lot: shown?.lot ?? null,
    drawHref: paths.draw(id),
    resultHref: paths.result(id),
    assumedRules: assumedAmong(reader, statutes, ['electionTie']),
  }
}

function stateOf(
  { status }: Election,
  result: Result | undefined,
  lot: ShownLot | null,
  isOnBoard: boolean,
): LotPage['state'] {
  if (result?.outcome === 'lot_required' && allows(status, 'drawLot'))
    return isOnBoard ? 'form' : 'not_on_board'
  return lot ? 'drawn' : 'no_lot'
}
