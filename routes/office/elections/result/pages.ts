import type { Response } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { listBoard, sitsOn } from '../../../../models/elections/board.ts'
import { listCertifications } from '../../../../models/elections/result/certification.ts'
import { missingPapers } from '../../../../models/elections/count/counting.ts'
import { rulesBehind } from '../../../../models/elections/result/publication.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { findRecord } from '../../../../models/elections/record/record.ts'
import { findResult } from '../../../../models/elections/result/loading.ts'
import {
  LOT_METHODS,
  totalsOf,
  type CountedBallots,
  type CountedBooth,
  type Result,
} from '../../../../models/elections/result/result.ts'
import { type ElectionState, facts } from '../../../../models/rules/elections/state.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { LotRow } from '../../../../models/elections/result/tables.ts'
import { userOf } from '../../../web/access.ts'
import {
  resultFigures,
  resultSteps,
  shownLot,
  type ResultFigures,
  type ResultStep,
  type ShownLot,
} from '../../../../views/partials/elections/result.ts'
import type { Again } from '../../../web/forms.ts'
import { paths } from '../../../../views/paths.ts'
import { electionOf, showPage, type ElectionRequest } from '../shared.ts'
import { assumedAmong, headOf, listOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

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
  lot: ShownLot | null
  /** The tablet's own account: releases given, voided, and ballots in the box. Never votes by themselves. */
  booth: Pick<
    CountedBooth,
    'releases' | 'voided' | 'envelopes' | 'codes_hash' | 'opened_by' | 'opened_on'
  > | null
  /** What was found in the paper box and the tablet's together, where people could vote both ways. */
  both: { paper: number; tablet: number; ballots: number } | null
  uncontested: { body: string; decided_on: IsoDate } | null
  hash: string
}

export function shownResult(req: ElectionRequest, result: Result): ShownResult {
  const { outcome, count, booth, candidates, uncontested, hash, seatsLeft } = result
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
    lot: shownLot(result),
    booth: booth ? boothAccount(booth) : null,
    both: bothBoxes(result),
    uncontested,
    hash,
  }
}

function boothAccount(booth: CountedBooth): NonNullable<ShownResult['booth']> {
  const { releases, voided, envelopes, codes_hash, opened_by, opened_on } = booth
  return { releases, voided, envelopes, codes_hash, opened_by, opened_on }
}

function bothBoxes(result: Result): ShownResult['both'] {
  const { count, booth } = result
  if (!count || !booth) return null
  const [paper, tablet] = [count.ballots_in_box, booth.envelopes]
  return { paper, tablet, ballots: totalsOf(result)?.ballots ?? 0 }
}

/** office/elections/result */
export interface OfficeResultPage {
  head: ElectionHead
  /** null as long as two counts do not agree. */
  result: ShownResult | null
  certified: { name: string; on: IsoDate }[]
  /** Where the next step is taken. */
  next: { kind: 'lot' | 'certification' | 'count'; href: string } | null
  /** The record, once the result is certified. */
  record: { hash: string; href: string } | null
  complaintsHref: string
  assumedRules: string[]
}

/** Worked out once for all who may read it: it changes by acts alone. */
export async function resultPage(req: ElectionRequest): Promise<OfficeResultPage> {
  const election = await electionOf(req)
  return req.answers.get(`office_result:${election.id}:${req.lang}`, () => makeResultPage(req, election))
}

async function makeResultPage(req: ElectionRequest, election: Election): Promise<OfficeResultPage> {
  const { id, status, statutes } = election
  const result = await findResult(req.db, election)
  const certifications = result ? await listCertifications(req.db, result) : []
  const record = await findRecord(req.db, id)
  return {
    head: headOf(req, election),
    result: result ? shownResult(req, result) : null,
    certified: certifications.map(({ certifier, certified_on }) => ({ name: certifier, on: certified_on })),
    next: nextAfter(id, status),
    record: record ? { hash: record.hash, href: paths.electionRecord(id) } : null,
    complaintsHref: paths.complaints(id),
    assumedRules: assumedAmong(req, statutes, result ? rulesBehind(result) : []),
  }
}

function nextAfter(id: number, status: ElectionState): OfficeResultPage['next'] {
  switch (facts(status).awaits) {
    case 'lot':
      return { kind: 'lot', href: paths.lot(id) }
    case 'certification':
      return { kind: 'certification', href: paths.certification(id) }
    case 'count':
      return { kind: 'count', href: paths.count(id) }
    default:
      return null
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
  /** Where the app can be asked to draw. */
  drawHref: string
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
  const tied = result?.outcome === 'lot_required' && allows(election.status, 'drawLot')
  const onBoard = sitsOn(await listBoard(req.db, election.id), userOf(req))
  const lot = result ? shownLot(result) : null
  const state = tied ? (onBoard ? 'form' : 'not_on_board') : lot ? 'drawn' : 'no_lot'
  const page: LotPage = {
    head: headOf(req, election),
    action: paths.lot(election.id),
    state,
    among: (result?.candidates ?? []).filter(({ id }) => result?.among.includes(id)),
    votes: result?.steps.find(({ rule }) => rule === 'tie_at_border')?.votes ?? null,
    seatsLeft: result?.seatsLeft ?? 0,
    safe: result ? shownResult(req, result).elected : '',
    methods: LOT_METHODS,
    lot,
    drawHref: paths.draw(election.id),
    elected: result ? shownResult(req, result).elected : '',
    resultHref: paths.result(election.id),
    assumedRules: assumedAmong(req, election.statutes, ['electionTie']),
  }
  showPage(req, res, 'result/lot', page, shown)
}
