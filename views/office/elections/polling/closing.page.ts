import type { Election } from '../../../../models/elections/elections.ts'
import { hasBooth, hasPaper } from '../../../../models/elections/means.ts'
import type { Sitting } from '../../../../models/elections/planning/sittings.ts'
import type { TableFigures } from '../../../../models/elections/polling/tallies.ts'
import type { VoidPapers } from '../../../../models/elections/polling/void_papers.ts'
import { tallyMark } from '../../../../models/elections/polling/tally_mark.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { expectedInBox } from '../../../../models/rules/elections/paper_account.ts'
import { ballotsBeyondMarks, type RollAccount } from '../../../../models/rules/elections/roll_account.ts'
import { type WayToOneBox, wayToOneBox } from '../../../../models/rules/elections/box/merging.ts'
import { type SmallBox, smallBoxes } from '../../../../models/rules/elections/withheld.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import { figureOf, type Typed } from '../typed.ts'

export interface ClosingPage {
  head: ElectionHead
  action: string
  mayClose: boolean
  /** The vote was stopped: the papers are accounted for, and nothing is counted. */
  isStopped: boolean
  /** The day of a last sitting that was never closed: the form then asks when voting really stopped, and why. */
  leftOpenSince: Sitting['held_on'] | null
  /** The announced time has not come, so the form asks for a reason. */
  isEarly: boolean
  closesAt: string
  now: string
  paper: boolean
  tallyMark: string
  /** Printed papers neither handed out nor left over, by the typed figures; null before it is known. */
  missing: number | null
  /** Given when the roll and the tally differ: voters marked, and voters by the tally. */
  hint: { marked: number; given: number } | null
  /** Given when there are more ballots than voters marked, by what is known or typed; closing then asks why. */
  beyond: (RollAccount & { count: number }) | null
  /** The boxes with few ballots in them, by what is known or typed; closing then asks for a tick. */
  small: SmallBox[]
  /** How the small box is put into the large one, and how many ballots that moves; null when it cannot be. */
  oneBox: { way: WayToOneBox; count: number } | null
  /** Given when papers with an older list are not accounted for: they are counted first. */
  voidHref: string | null
  /** Given when something that happened to a candidate waits for a second signature: once polls close, it can never have it. */
  incidentsHref: string | null
}

export interface ClosingRows {
  sittings: readonly [Sitting, ...Sitting[]]
  figures: TableFigures
  leftOpen: boolean
  time: string
  values: Typed
  voids: readonly VoidPapers[]
  incidentWaits: boolean
}

/** `values` are what the fields show. */
export function closingPage(
  reader: Reader,
  election: Election,
  { sittings, figures, leftOpen, time, values, voids, incidentWaits }: ClosingRows,
): ClosingPage {
  const last = sittings.at(-1) ?? sittings[0]
  const now = reader.today === last.held_on ? time : last.closes_at
  const isStopped = allows(election.status, 'closeStopped')
  const mayClose = isStopped || allows(election.status, 'closePolling')
  return {
    head: headOf(reader, election),
    action: paths.pollingClosing(election.id),
    mayClose,
    isStopped,
    leftOpenSince: mayClose && leftOpen ? last.held_on : null,
    isEarly: !isStopped && asksEarly(now, values, last),
    closesAt: last.closes_at,
    now: mayClose && leftOpen ? '' : now,
    paper: hasPaper(election),
    tallyMark: tallyMark(figures),
    missing: missingOf(values),
    hint: hintOf(election, figures),
    beyond: beyondOf(election, figures, values),
    small: isStopped ? [] : smallOf(election, figures, values),
    oneBox: oneBoxOf(figures, values),
    incidentsHref: mayClose && !isStopped && incidentWaits ? paths.incidents(election.id) : null,
    voidHref: voids.some(({ account }) => account === null) ? paths.electionPapers(election.id) : null,
  }
}

/** A tally that was kept on paper alone is empty, which is not the same as zero. */
export function knownFigures(
  printed: number,
  { handed_out, exchanged, not_returned }: TableFigures,
): Record<string, string> {
  const counted = { handed_out, exchanged, not_returned }
  return {
    ...(printed > 0 && { printed: String(printed) }),
    ...(handed_out > 0 && Object.fromEntries(Object.entries(counted).map(([line, n]) => [line, String(n)]))),
  }
}

/** Moves each figure that the tally gave, and that the officer left as it was, to the tally as it stands now. */
export function withMovedTally(
  typed: Typed,
  figures: TableFigures,
): Record<string, string | string[] | undefined> {
  const lines = ['handed_out', 'exchanged', 'not_returned'] as const
  const before = typeof typed.tally === 'string' ? typed.tally.split('.') : []
  const untouched = lines.filter((line, index) => typed[line] !== undefined && typed[line] === before[index])
  return { ...typed, ...Object.fromEntries(untouched.map((line) => [line, String(figures[line])])) }
}

function hintOf({ roll_kind }: Election, figures: TableFigures): ClosingPage['hint'] {
  const { marked, handed_out, exchanged, cast } = figures
  const given = handed_out - exchanged + cast
  return roll_kind === 'counted' || marked === given ? null : { marked, given }
}

function beyondOf(
  election: Election,
  { marked, handed_out, exchanged, cast }: TableFigures,
  values: Typed,
): ClosingPage['beyond'] {
  if (election.roll_kind === 'counted') return null
  const papers = (figureOf(values.handed_out) ?? handed_out) - (figureOf(values.exchanged) ?? exchanged)
  const account = { marked, ballots: cast + (hasPaper(election) ? papers : 0) }
  const count = ballotsBeyondMarks(account)
  return count > 0 || values.marks_reason !== undefined ? { ...account, count } : null
}

function smallOf(election: Election, { cast: tablet }: TableFigures, values: Typed): SmallBox[] {
  if (!hasPaper(election) || !hasBooth(election)) return []
  return smallBoxes(election.statutes, { paper: papersIn(values), tablet })
}

function oneBoxOf({ cast: tablet }: TableFigures, values: Typed): ClosingPage['oneBox'] {
  const paper = papersIn(values)
  const way = wayToOneBox({ paper, tablet })
  return way === undefined ? null : { way, count: way === 'print' ? tablet : paper }
}

function papersIn(values: Typed): number {
  return expectedInBox({
    handed_out: figureOf(values.handed_out) ?? 0,
    exchanged: figureOf(values.exchanged) ?? 0,
    not_returned: figureOf(values.not_returned) ?? 0,
  })
}

function missingOf({ printed, handed_out, unused }: Typed): number | null {
  const made = figureOf(printed)
  return made === null ? null : made - (figureOf(handed_out) ?? 0) - (figureOf(unused) ?? 0)
}

function asksEarly(now: string, { early_reason, closed_at }: Typed, last: Sitting): boolean {
  return now < last.closes_at || early_reason !== undefined || isEarly(closed_at, last)
}

function isEarly(typed: string | string[] | undefined, { closes_at }: Sitting): boolean {
  return typeof typed === 'string' && typed !== '' && typed.replace(':', '.') < closes_at
}
