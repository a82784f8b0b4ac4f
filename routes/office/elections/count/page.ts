import type { Response } from 'express'
import { listBoard, sitsOn } from '../../../../models/elections/board.ts'
import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import { hasBooth, hasPaper } from '../../../../models/elections/means.ts'
import { loadCounting, type Counting } from '../../../../models/elections/count/rounds.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { findPaperAccount } from '../../../../models/elections/polling/paper_accounts.ts'
import { mayCount } from '../../../../models/rules/elections/certification.ts'
import type { DifferingLine } from '../../../../models/rules/elections/count_sheets.ts'
import {
  INVALID_REASONS,
  MOST_INVALID,
  type InvalidReason,
} from '../../../../models/rules/elections/invalid_ballots.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import { userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import type { Again } from '../../../web/forms.ts'
import { paths } from '../../../../views/paths.ts'
import { figureOf } from '../../../../views/office/elections/typed.ts'
import { electionOf, showPage, type ElectionRequest } from '../shared.ts'
import { headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

/** The field for a candidate's votes. */
export function voteField({ id }: { id: number }): `votes_${number}` {
  return `votes_${id}`
}

/** office/elections/count */
export interface CountPage {
  head: ElectionHead
  action: string
  /** Why there is no form, or `form`. */
  state:
    | 'form'
    | 'not_closed'
    | 'waiting'
    | 'counted'
    | 'is_a_candidate'
    | 'full'
    | 'reader'
    | 'box'
    | 'paper_done'
  round: number
  listVersion: number
  counter: number
  /** The names of those who have counted in this round. Never a figure of theirs. */
  entered: string[]
  /** The lines on which the two of the round before did not agree. */
  differs: string[]
  lines: { name: string; label: string; kind: 'candidate' | 'blank' | 'invalid' }[]
  /** One line for each invalid ballot that has been typed so far. */
  invalidLines: number[]
  invalidReasons: readonly InvalidReason[]
  mostInvalid: number
  /** A recount was decided after a complaint. */
  recount: boolean
  papers: { handed_out: number; exchanged: number; not_returned: number } | null
  /** With one cross each, votes, blank and invalid make up the ballots in the box. */
  sumsUp: boolean
  /** Whoever counts cannot certify. */
  sitsOnBoard: boolean
  sums: Sums
  resultHref: string
  /** Where the tablet's box is opened; null where nobody votes on a tablet. */
  boxHref: string | null
}

/** The sums of what has been typed, worked out here so that they are there without JavaScript. */
export interface Sums {
  entered: number
  /** Ballots in the box that no line accounts for; negative where there are too many; null before it is known. */
  missing: number | null
  /** Papers handed out that are not accounted for. */
  papersMissing: number | null
}

/** Shows the page, after a refusal with what was typed. */
export async function showCount(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const { id, statutes, list_version } = election
  const standing = await listStanding(req.db, id)
  const counting = await loadCounting(req.db, id)
  const papers = (await findPaperAccount(req.db, id)) ?? null
  const lines = linesOf(req, standing)
  const state = stateOf(req, election, counting, standing)
  const page: CountPage = {
    head: headOf(req, election),
    action: paths.count(id),
    state,
    round: counting.round,
    listVersion: list_version,
    counter: userOf(req).id,
    entered: counting.entered.map(({ counter }) => counter),
    differs: counting.differs.map((one) => differingLabel(req, one, lines)),
    lines,
    papers,
    sumsUp: statutes.rules.marks.value.max === 1,
    sitsOnBoard: sitsOn(await listBoard(req.db, id), userOf(req)),
    sums: sumsOf(shown.values ?? {}, lines, papers),
    resultHref: paths.result(id),
    invalidLines: numbersTo(invalidTyped(shown.values ?? {})),
    invalidReasons: INVALID_REASONS,
    mostInvalid: MOST_INVALID,
    recount: counting.recount !== undefined && !counting.agreed,
    boxHref: hasBooth(election) ? paths.box(id) : null,
  }
  showPage(req, res, 'count/count', page, shown)
}

function differingLabel(
  req: ElectionRequest,
  { line, candidacy_id }: DifferingLine,
  lines: CountPage['lines'],
): string {
  if (line === 'invalid_reasons' || line === 'ballots_in_box') return req.t(`elections.count.${line}`)
  const named = lines.find(({ name }) => name === (candidacy_id ? `votes_${candidacy_id}` : line))
  return named?.label ?? line
}

/** 1, 2, … up to a number. */
export function numbersTo(most: number): number[] {
  return Array.from({ length: most }, (_, index) => index + 1)
}

/** How many invalid ballots have been typed, as far as there are lines for them. */
export function invalidTyped(values: Again['values']): number {
  return Math.min(figureOf(values.invalid) ?? 0, MOST_INVALID)
}

function linesOf(req: ElectionRequest, standing: readonly CandidacyRow[]): CountPage['lines'] {
  return [
    ...standing.map((one) => ({ name: voteField(one), label: one.name, kind: 'candidate' as const })),
    ...(['blank', 'invalid'] as const).map((kind) => ({
      name: kind,
      label: req.t(`elections.count.${kind}`),
      kind,
    })),
  ]
}

function stateOf(
  req: ElectionRequest,
  election: Election,
  counting: Counting,
  candidates: readonly CandidacyRow[],
): CountPage['state'] {
  if (!facts(election.status).pollingOver) return 'not_closed'
  if (!allows(election.status, 'enterCount')) return 'counted'
  if (!hasPaper(election)) return 'box'
  if (counting.agreed) return 'paper_done'
  const user = userOf(req)
  if (!canOf(user)['elections.count']) return 'reader'
  const verdict = mayCount({
    account: { id: user.id, name: user.name, person_id: user.personId },
    candidates,
    countedThisRoundBy: counting.enteredBy,
  })
  if (verdict.ok) return 'form'
  if (verdict.reason === 'is_a_candidate') return 'is_a_candidate'
  return verdict.reason === 'already_counted' ? 'waiting' : 'full'
}

function sumsOf(values: Again['values'], lines: CountPage['lines'], papers: CountPage['papers']): Sums {
  const entered = lines.reduce((sum, { name }) => sum + (figureOf(values[name]) ?? 0), 0)
  const inBox = figureOf(values.ballots_in_box)
  const expected = papers && papers.handed_out - papers.exchanged - papers.not_returned
  return {
    entered,
    missing: inBox === null ? null : inBox - entered,
    papersMissing: inBox === null || expected === null ? null : expected - inBox,
  }
}
