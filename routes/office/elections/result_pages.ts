import type { Response } from 'express'
import type { IsoDate } from '../../../models/dates.ts'
import { listBoard, sitsOn } from '../../../models/elections/board.ts'
import { listCertifications } from '../../../models/elections/certification.ts'
import { missingPapers } from '../../../models/elections/counting.ts'
import { LOT_METHODS } from '../../../models/elections/lots.ts'
import { rulesBehind } from '../../../models/elections/publication.ts'
import { findResult, type CountedBallots, type Result } from '../../../models/elections/result.ts'
import type { LotRow } from '../../../models/tables.ts'
import type { ResultFigures, ResultStep } from '../../../views/page_types.ts'
import { userOf } from '../../access.ts'
import { resultFigures, resultSteps } from '../../election_results.ts'
import type { Again } from '../../forms.ts'
import { paths } from '../../paths.ts'
import {
  assumedAmong,
  electionOf,
  headOf,
  listOf,
  showPage,
  type ElectionHead,
  type ElectionRequest,
} from './shared.ts'

/** The result in words and figures, for the pages that show it. */
export interface ShownResult {
  outcome: Result['outcome']
  /** Those elected; before lots are drawn those who are safe. */
  elected: string
  electedCount: number
  /** Those among whom lots are drawn. */
  among: string
  seatsLeft: number
  steps: ResultStep[]
  figures: ResultFigures | null
  papers: (CountedBallots['papers'] & { in_box: number; missing: number }) | null
  counters: string
  /** What was written about papers that are missing or too many. */
  reasons: { name: string; reason: string }[]
  lot: Pick<LotRow, 'method' | 'drawn_on' | 'witnesses' | 'drawn_by'> | null
  uncontested: { body: string; decided_on: IsoDate } | null
  hash: string
}

export function shownResult(req: ElectionRequest, result: Result): ShownResult {
  const { outcome, count, candidates, uncontested, hash, seatsLeft } = result
  const namesOf = (ids: readonly number[]) =>
    ids.flatMap((id) => candidates.filter((candidate) => candidate.id === id)).map(({ name }) => name)
  const in_box = count?.ballots_in_box ?? 0
  return {
    outcome,
    elected: listOf(req, namesOf(result.elected)),
    electedCount: result.elected.length,
    among: listOf(req, namesOf(result.among)),
    seatsLeft,
    steps: resultSteps(req, result),
    figures: resultFigures(result),
    papers: count && { ...count.papers, in_box, missing: missingPapers(count.papers, in_box) },
    counters: listOf(
      req,
      (count?.counters ?? []).map(({ name }) => name),
    ),
    reasons: (count?.counters ?? []).flatMap(({ name, difference_reason }) =>
      difference_reason === null ? [] : [{ name, reason: difference_reason }],
    ),
    lot: count?.lot ?? null,
    uncontested,
    hash,
  }
}

/** office/elections/result */
export interface OfficeResultPage {
  head: ElectionHead
  /** null as long as two counts do not agree. */
  result: ShownResult | null
  certified: { name: string; on: IsoDate }[]
  /** Where the next step is taken. */
  next: { kind: 'lot' | 'certification' | 'count'; href: string } | null
  assumedRules: string[]
}

export async function resultPage(req: ElectionRequest): Promise<OfficeResultPage> {
  const election = await electionOf(req)
  const { id, status, statutes } = election
  const result = await findResult(req.db, election)
  const certifications = result ? await listCertifications(req.db, result) : []
  return {
    head: headOf(req, election),
    result: result ? shownResult(req, result) : null,
    certified: certifications.map(({ certifier, certified_on }) => ({ name: certifier, on: certified_on })),
    next:
      status === 'lot_required'
        ? { kind: 'lot', href: paths.lot(id) }
        : status === 'counted' || status === 'uncontested'
          ? { kind: 'certification', href: paths.certification(id) }
          : status === 'closed'
            ? { kind: 'count', href: paths.count(id) }
            : null,
    assumedRules: assumedAmong(req, statutes, result ? rulesBehind(result) : []),
  }
}

/** office/elections/lot */
export interface LotPage {
  head: ElectionHead
  action: string
  state: 'form' | 'not_on_board' | 'drawn' | 'no_lot'
  among: { id: number; name: string }[]
  votes: number | null
  seatsLeft: number
  safe: string
  methods: readonly LotRow['method'][]
  lot: ShownResult['lot']
  elected: string
  resultHref: string
  assumedRules: string[]
}

/** Shows the page, after a refusal with what was typed. */
export async function showLot(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const result = await findResult(req.db, election)
  const tied = result?.outcome === 'lot_required' && election.status === 'lot_required'
  const onBoard = sitsOn(await listBoard(req.db, election.id), userOf(req))
  const state = tied ? (onBoard ? 'form' : 'not_on_board') : result?.count?.lot ? 'drawn' : 'no_lot'
  const page: LotPage = {
    head: headOf(req, election),
    action: paths.lot(election.id),
    state,
    among: (result?.candidates ?? []).filter(({ id }) => result?.among.includes(id)),
    votes: result?.steps.find(({ rule }) => rule === 'tie_at_border')?.votes ?? null,
    seatsLeft: result?.seatsLeft ?? 0,
    safe: result ? shownResult(req, result).elected : '',
    methods: LOT_METHODS,
    lot: result?.count?.lot ?? null,
    elected: result ? shownResult(req, result).elected : '',
    resultHref: paths.result(election.id),
    assumedRules: assumedAmong(req, election.statutes, ['electionTie']),
  }
  showPage(req, res, 'lot', page, shown)
}
