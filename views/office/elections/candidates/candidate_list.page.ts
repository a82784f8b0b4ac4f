import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { PreparedDraw } from '../../../../models/elections/result/draws.ts'
import { hashedOrder } from '../../../../models/elections/result/hashed_order.ts'
import type { LotDraw } from '../../../../models/elections/result/lot_draws.ts'
import { LOT_METHODS } from '../../../../models/elections/result/result.ts'
import type { LotRow } from '../../../../models/elections/result/tables.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { byName, drawsOrder, listOutcome } from '../../../../models/rules/elections/candidate_list.ts'
import type { DrawLine } from '../../../../models/rules/elections/draw.ts'
import { shownSymbol, type ShownSymbol } from '../../../partials/elections/symbols.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { assumedAmong, headOf, type ElectionHead } from '../head.ts'
import type { Candidates, Holding } from './candidates.page.ts'
import type { CandidacyId } from '../../../../models/core/ids.ts'

export interface CandidateListPage {
  head: ElectionHead
  action: string
  /** In ballot order; by name until the order is settled. */
  candidates: ListedCandidate[]
  approved: boolean
  version: number
  /** While nobody has voted, the board can open the approved list again. */
  reopeningHref: string | null
  /** What the number of candidates leads to, from the end of the deadline until polling opens. */
  outcome: 'poll' | 'uncontested_possible' | null
  mayApprove: boolean
  tooEarly: boolean
  drawsOrder: boolean
  methods: readonly LotRow['method'][]
  preparationAction: string
  prepared: PreparedDraw | null
  proof: (LotDraw & { lines: DrawLine[] }) | null
  assumedRules: string[]
}

export interface ListedCandidate {
  id: CandidacyId
  name: string
  symbol: ShownSymbol | null
  statement: string | null
  photoHref: string | null
  holds: Holding | null
}

export interface CandidateList extends Pick<Candidates, 'photographed' | 'seated'> {
  standing: readonly CandidacyRow[]
  prepared: PreparedDraw | undefined
  draw: LotDraw | undefined
}

export function candidateListPage(
  reader: Reader,
  election: Election,
  { standing, prepared, draw, ...known }: CandidateList,
): CandidateListPage {
  const open = allows(election.status, 'approveList')
  return {
    head: headOf(reader, election),
    action: paths.candidateList(election.id),
    candidates: (open ? byName(standing) : standing).map((candidacy) => listed(election, candidacy, known)),
    approved: election.list_version > 0 && standing.length > 0,
    version: election.list_version,
    reopeningHref: allows(election.status, 'reopenList') ? paths.listReopening(election.id) : null,
    outcome: outcomeOf(reader, election, standing.length),
    mayApprove: open && reader.can['elections.run'],
    tooEarly: open && reader.today <= election.candidates_by,
    drawsOrder: drawsOrder(election, standing.length),
    methods: LOT_METHODS,
    preparationAction: paths.drawPreparation(election.id),
    prepared: open ? (prepared ?? null) : null,
    proof: !open && draw ? { ...draw, lines: hashedOrder(standing, draw) } : null,
    assumedRules: assumedAmong(reader, election.statutes, ['ballotOrder']),
  }
}

function outcomeOf(
  { today }: Reader,
  { status, candidates_by, seats, statutes }: Election,
  candidates: number,
): CandidateListPage['outcome'] {
  const due = allows(status, 'approveList') && today > candidates_by
  if (!due && !allows(status, 'decideUncontested')) return null
  const outcome = listOutcome(candidates, seats, statutes.rules.uncontested.value)
  return outcome === 'unfilled' ? null : outcome
}

function listed(
  election: Election,
  { id, name, symbol, statement }: CandidacyRow,
  { photographed, seated }: Pick<CandidateList, 'photographed' | 'seated'>,
): ListedCandidate {
  return {
    id,
    name,
    symbol: shownSymbol(symbol),
    statement,
    photoHref: photographed.has(id) ? paths.candidatePhoto(election.id, id) : null,
    holds: seated.get(id) ?? null,
  }
}
