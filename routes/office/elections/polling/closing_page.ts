import type { Response } from 'express'
import { facts } from '../../../../models/rules/elections/state.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { hasPaper } from '../../../../models/elections/means.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { isForgotten, tallyMark } from '../../../../models/elections/polling/polling.ts'
import { printedCopies } from '../../../../models/elections/polling/prints.ts'
import { listSittings, type Sitting } from '../../../../models/elections/planning/sittings.ts'
import { tableFigures, type TableFigures } from '../../../../models/elections/polling/tallies.ts'
import type { Again } from '../../../web/forms.ts'
import { paths } from '../../../../views/paths.ts'
import { electionOf, figureOf, showPage, type ElectionRequest } from '../shared.ts'
import { headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

/** office/elections/closing */
export interface ClosingPage {
  head: ElectionHead
  action: string
  mayClose: boolean
  /** The day of the last sitting, where nobody closed on it: then people are asked when voting really stopped, and why. */
  leftOpenSince: Sitting['held_on'] | null
  /** It is not yet the time that was announced, so a reason is asked for. */
  isEarly: boolean
  closesAt: string
  now: string
  /** Whether there are ballot papers to account for. */
  paper: boolean
  tallyMark: string
  /** Printed papers that were neither handed out nor left over, of what has been typed; null before it is known. */
  missing: number | null
  /** Where the roll and the papers tell different things: how many are marked, and how many voted by the tally. */
  hint: { marked: number; given: number } | null
}

export async function showClosing(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const today = req.clock.today()
  const [first, ...others] = await listSittings(req.db, election)
  const last = others.at(-1) ?? first
  const now = today === last.held_on ? req.clock.time() : last.closes_at
  const figures = await tableFigures(req.db, election)
  const values = shown.values ? moved(shown.values, figures) : await prefilled(req, election, figures)
  const leftOpen = facts(election.status).takesVotes && (await isForgotten(req.db, election, today))
  const page: ClosingPage = {
    head: headOf(req, election),
    action: paths.pollingClosing(election.id),
    mayClose: allows(election.status, 'closePolling'),
    leftOpenSince: leftOpen ? last.held_on : null,
    isEarly: now < last.closes_at || req.typed.early_reason !== undefined || isEarlyTyped(req, last),
    closesAt: last.closes_at,
    now: leftOpen ? '' : now,
    paper: hasPaper(election),
    tallyMark: tallyMark(figures),
    missing: missingOf(values),
    hint: hintOf(election, figures),
  }
  showPage(req, res, 'polling/closing', page, { ...shown, values })
}

/** What is known already. A table that kept its tally on paper alone has nothing here, which is not the same as zero. */
async function prefilled(
  req: ElectionRequest,
  election: Election,
  { handed_out, exchanged, not_returned }: TableFigures,
): Promise<Again['values']> {
  const printed = await printedCopies(req.db, election)
  const counted = { handed_out, exchanged, not_returned }
  return {
    ...(printed > 0 && { printed: String(printed) }),
    ...(handed_out > 0 && Object.fromEntries(Object.entries(counted).map(([line, n]) => [line, String(n)]))),
  }
}

/** What was typed, with the tally as it stands now wherever nobody had changed the figure that it gave before. */
function moved(typed: Again['values'], figures: TableFigures): Again['values'] {
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

function missingOf(values: Again['values']): number | null {
  const [printed, handedOut, unused] = ['printed', 'handed_out', 'unused'].map((line) =>
    figureOf(values[line]),
  )
  return printed === null || printed === undefined ? null : printed - (handedOut ?? 0) - (unused ?? 0)
}

/** The time that was typed is before the one announced. */
function isEarlyTyped(req: ElectionRequest, { closes_at }: { closes_at: string }): boolean {
  const typed = req.typed.closed_at
  return typeof typed === 'string' && typed !== '' && typed.replace(':', '.') < closes_at
}
