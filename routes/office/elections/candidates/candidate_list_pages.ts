import type { Response } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { drawsOrder, findOrderLot } from '../../../../models/elections/candidates/candidate_list.ts'
import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import { listSeatsHeld } from '../../../../models/elections/candidates/seated.ts'
import { findPreparedDraw, type PreparedDraw } from '../../../../models/elections/result/draws.ts'
import { hashedOrder } from '../../../../models/elections/result/hashed_order.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { findLotDraw, type LotDraw } from '../../../../models/elections/result/lot_draws.ts'
import { LOT_METHODS } from '../../../../models/elections/result/lots.ts'
import { listPhotographed } from '../../../../models/elections/candidates/portraits.ts'
import { byName, listOutcome } from '../../../../models/rules/elections/candidate_list.ts'
import type { DrawLine } from '../../../../models/rules/elections/draw.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { LotRow } from '../../../../models/elections/result/tables.ts'
import { shownSymbol, type ShownSymbol } from '../../../../views/partials/elections/symbols.ts'
import { userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import type { Again } from '../../../web/forms.ts'
import { paths } from '../../../../views/paths.ts'
import { electionOf, showPage, type ElectionRequest } from '../shared.ts'
import { assumedAmong, headOf, listOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

/** office/elections/candidate_list */
export interface CandidateListPage {
  head: ElectionHead
  action: string
  /** In ballot order; by name as long as the order is not settled. */
  candidates: ListedCandidate[]
  approved: boolean
  /** What the number of candidates leads to, from the end of the deadline until polling opens. */
  outcome: 'poll' | 'uncontested_possible' | null
  mayApprove: boolean
  /** The day is not past on which people can still stand. */
  tooEarly: boolean
  drawsOrder: boolean
  methods: readonly LotRow['method'][]
  /** Where the app can be asked to draw the order, and its code once it is ready to. */
  preparationAction: string
  prepared: PreparedDraw | null
  /** How the app drew the order, so that anybody can check it. */
  proof: (LotDraw & { lines: DrawLine[] }) | null
  assumedRules: string[]
}

export interface ListedCandidate {
  id: number
  name: string
  symbol: ShownSymbol | null
  statement: string | null
  photoHref: string | null
  holds: { seat: string; until: IsoDate } | null
}

/** Shows the page, after a refusal with what was typed. */
export async function showList(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const standing = await listStanding(req.db, election.id)
  const open = allows(election.status, 'approveList')
  const page: CandidateListPage = {
    head: headOf(req, election),
    action: paths.candidateList(election.id),
    candidates: await listed(req, election, open ? byName(standing) : standing),
    approved: election.list_version > 0 && standing.length > 0,
    outcome: outcomeOf(req, election, standing.length),
    mayApprove: open && canOf(userOf(req))['elections.run'],
    tooEarly: open && req.clock.today() <= election.candidates_by,
    drawsOrder: drawsOrder(election, standing.length),
    methods: LOT_METHODS,
    preparationAction: paths.drawPreparation(election.id),
    prepared: open ? ((await findPreparedDraw(req.db, election, 'ballot_order')) ?? null) : null,
    proof: open ? null : await proofOf(req, election, standing),
    assumedRules: assumedAmong(req, election.statutes, ['ballotOrder']),
  }
  showPage(req, res, 'candidates/candidate_list', page, shown)
}

function outcomeOf(
  req: ElectionRequest,
  { status, candidates_by, seats, statutes }: Election,
  candidates: number,
): CandidateListPage['outcome'] {
  const due = allows(status, 'approveList') && req.clock.today() > candidates_by
  if (!due && !allows(status, 'decideUncontested')) return null
  const outcome = listOutcome(candidates, seats, statutes.rules.uncontested.value)
  return outcome === 'unfilled' ? null : outcome
}

async function listed(
  req: ElectionRequest,
  election: Election,
  standing: readonly CandidacyRow[],
): Promise<ListedCandidate[]> {
  const photographed = await listPhotographed(req.db, election.id)
  const seated = await listSeatsHeld(req.db, election, standing)
  return standing.map(({ id, name, symbol, statement }) => {
    return {
      id,
      name,
      symbol: shownSymbol(symbol),
      statement,
      photoHref: photographed.has(id) ? paths.candidatePhoto(election.id, id) : null,
      holds: seated.get(id) ?? null,
    }
  })
}

async function proofOf(
  req: ElectionRequest,
  election: Election,
  standing: readonly CandidacyRow[],
): Promise<CandidateListPage['proof']> {
  const lot = await findOrderLot(req.db, election.id)
  const draw = lot && (await findLotDraw(req.db, lot))
  return draw ? { ...draw, lines: hashedOrder(standing, draw) } : null
}

/** office/elections/uncontested */
export interface UncontestedPage {
  head: ElectionHead
  action: string
  names: string
  count: number
  /** What the number of candidates leads to under the statutes. */
  outcome: ReturnType<typeof listOutcome>
  mayDecide: boolean
  decided: { body: string; decided_on: IsoDate } | null
  pollingHref: string
  today: IsoDate
  assumedRules: string[]
}

/** Shows the page, after a refusal with what was typed. */
export async function showUncontested(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const { statutes, seats, status, uncontested_body: body, uncontested_on: decided_on } = election
  const standing = await listStanding(req.db, election.id)
  const outcome = listOutcome(standing.length, seats, statutes.rules.uncontested.value)
  const page: UncontestedPage = {
    head: headOf(req, election),
    action: paths.uncontested(election.id),
    names: listOf(
      req,
      standing.map(({ name }) => name),
    ),
    count: standing.length,
    outcome,
    mayDecide:
      allows(status, 'decideUncontested') &&
      outcome === 'uncontested_possible' &&
      canOf(userOf(req))['elections.plan'],
    decided: body !== null && decided_on !== null ? { body, decided_on } : null,
    pollingHref: paths.polling(election.id),
    today: req.clock.today(),
    assumedRules: assumedAmong(req, statutes, ['uncontested']),
  }
  showPage(req, res, 'candidates/uncontested', page, shown)
}
