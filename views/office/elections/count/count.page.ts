import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { Counting } from '../../../../models/elections/count/rounds.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { hasBooth, hasPaper } from '../../../../models/elections/means.ts'
import type { PaperAccount } from '../../../../models/elections/polling/paper_accounts.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { mayCount, type Actor } from '../../../../models/rules/elections/certification.ts'
import {
  invalidReasons,
  MOST_INVALID,
  type InvalidReason,
} from '../../../../models/rules/elections/invalid_ballots.ts'
import { crossesIn, crossesOn, type Crosses } from '../../../../models/rules/elections/marks.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { crossesSaid } from '../../../partials/elections/crosses.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import { figureOf, type Typed } from '../typed.ts'
import type { Asking } from '../parts.ts'
import { invalidNumbers } from './fields.ts'
import { differingLabel, type Line, linesOf } from './lines.ts'
import type { AccountId } from '../../../../models/core/ids.ts'

export interface CountPage extends Asking {
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
    | 'sealed'
    | 'mix_first'
    | 'entered'
    | 'look'
  round: number
  listVersion: number
  counter: AccountId
  /** The names of those who have counted in this round. Never a figure of theirs. */
  entered: string[]
  /** Lines on which the two counts of the round before did not agree. */
  differs: string[]
  lines: Line[]
  invalidLines: number[]
  invalidReasons: readonly InvalidReason[]
  mostInvalid: number
  recount: boolean
  papers: Papers | null
  /** With one cross each, votes, blank and invalid make up the ballots in the box. */
  sumsUp: boolean
  /** Where a ballot has several crosses. */
  crosses: SeveralCrosses | null
  /** A counter who sits on the board cannot certify. */
  sitsOnBoard: boolean
  sums: Sums
  resultHref: string
  boxHref: string
  boxPapersHref: string
  packagesHref: string
  /** Where it is written down why the two before differed; empty when they did not. */
  differenceHref: string
  /** The reader may keep one of the two. */
  mayKeep: boolean
}

/** `from_tablet`: the ballots of a tablet that lie among the papers. */
type Papers = Pick<PaperAccount, 'handed_out' | 'exchanged' | 'not_returned'> & {
  from_tablet: number
  /** What should lie in the box. */
  expected: number
}

/** In words, and how many crosses are missing for the valid ballots; `missing` is negative when there are too many. */
type SeveralCrosses = Crosses & { said: string; missing: number | null }

/** The sums are there for readers without JavaScript. */
interface Sums {
  /** Ballots in the box that no line accounts for; negative when there are too many; null before it is known. */
  missing: number | null
  papersMissing: number | null
}

export interface CountRows {
  account: Actor & { id: AccountId }
  standing: readonly CandidacyRow[]
  counting: Counting
  papers: PaperAccount | undefined
  /** Ballots of a tablet are still to be printed and mixed with the papers, or these are entered into its box. */
  mixFirst?: boolean
  entered?: boolean
  sitsOnBoard: boolean
  /** The ballots lie in packages whose seals are whole. */
  sealed?: boolean
  mayKeep?: boolean
}

export function countPage(
  reader: Reader,
  election: Election,
  rows: CountRows,
  values: Typed = {},
): CountPage {
  const { id, list_version } = election
  const crosses = crossesIn(election)
  const { account, standing, counting } = rows
  const lines = linesOf(reader, standing)
  const papers = rows.papers ? papersOf(rows.papers) : null
  const state = stateOf(reader, election, rows)
  return {
    head: headOf(reader, election),
    asks: NEEDS_OTHERS.includes(state) ? 'count' : null,
    action: paths.count(id),
    state,
    round: counting.round,
    listVersion: list_version,
    counter: account.id,
    entered: counting.entered.map(({ counter }) => counter),
    differs: counting.differs.map((one) => differingLabel(reader, one, lines)),
    lines,
    papers,
    sumsUp: crosses.max === 1,
    crosses: crosses.max === 1 ? null : severalCrosses(reader, crosses, values, lines),
    sitsOnBoard: rows.sitsOnBoard,
    sums: sumsOf(values, lines, papers),
    resultHref: paths.result(id),
    invalidLines: invalidNumbers(values),
    invalidReasons: invalidReasons(crosses),
    mostInvalid: MOST_INVALID,
    recount: counting.recount !== undefined && !counting.agreed,
    packagesHref: paths.packages(id),
    differenceHref: counting.differing.length > 0 ? paths.difference(id) : '',
    mayKeep: (rows.mayKeep ?? false) && counting.check !== undefined && counting.entered.length === 0,
    boxHref: hasBooth(election) ? paths.box(id) : '',
    boxPapersHref: paths.boxPapers(id),
  }
}

const NEEDS_OTHERS: readonly CountPage['state'][] = ['waiting', 'full', 'is_a_candidate', 'reader']

function papersOf({ handed_out, exchanged, not_returned, from_tablet = 0 }: PaperAccount): Papers {
  const expected = handed_out + from_tablet - exchanged - not_returned
  return { handed_out, exchanged, not_returned, from_tablet, expected }
}

function stateOf(
  { can }: Reader,
  election: Election,
  { account, standing: candidates, counting, sealed = false, mixFirst = false, entered = false }: CountRows,
): CountPage['state'] {
  if (!facts(election.status).pollingOver) return 'not_closed'
  if (!allows(election.status, 'enterCount')) return 'counted'
  if (!hasPaper(election)) return 'box'
  if (entered) return 'entered'
  if (counting.agreed) return 'paper_done'
  if (sealed) return 'sealed'
  if (mixFirst) return 'mix_first'
  if (!can['elections.count']) return 'reader'
  if (counting.differing.length > 0 && !counting.check) return 'look'
  const verdict = mayCount({ account, candidates, countedThisRoundBy: counting.enteredBy })
  if (verdict.ok) return 'form'
  if (verdict.reason === 'is_a_candidate') return 'is_a_candidate'
  return verdict.reason === 'already_counted' ? 'waiting' : 'full'
}

function sumsOf(values: Typed, lines: readonly Line[], papers: Papers | null): Sums {
  const entered = lines.reduce((sum, { name }) => sum + (figureOf(values[name]) ?? 0), 0)
  const inBox = figureOf(values.ballots_in_box)
  const expected = papers && papers.expected
  return {
    missing: inBox === null ? null : inBox - entered,
    papersMissing: inBox === null || expected === null ? null : expected - inBox,
  }
}

function severalCrosses(
  { t }: Reader,
  crosses: Crosses,
  values: Typed,
  lines: readonly Line[],
): SeveralCrosses {
  const { wording, figures } = crossesSaid(crosses)
  const inBox = figureOf(values.ballots_in_box)
  const missing = inBox === null ? null : crossesMissing(crosses, values, lines, inBox)
  return { ...crosses, said: t(`elections.count.crosses.${wording}`, figures), missing }
}

function crossesMissing(crosses: Crosses, values: Typed, lines: readonly Line[], inBox: number): number {
  const sum = (of: (line: Line) => boolean) =>
    lines.filter(of).reduce((all, { name }) => all + (figureOf(values[name]) ?? 0), 0)
  const counted = sum(({ kind }) => kind === 'candidate')
  const uncounted = sum(({ kind }) => kind !== 'candidate')
  const { least, most } = crossesOn(Math.max(0, inBox - uncounted), crosses)
  return counted < least ? least - counted : Math.min(0, most - counted)
}
