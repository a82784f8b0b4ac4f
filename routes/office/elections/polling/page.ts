import type { Response } from 'express'
import { facts } from '../../../../models/rules/elections/state.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { boothPanel, type BoothPanel } from '../../../../models/elections/booth/panel.ts'
import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import { hasBooth, hasPaper } from '../../../../models/elections/means.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { listPauses, type Pause } from '../../../../models/elections/polling/pauses.ts'
import { findClosing, findOpening, isForgotten } from '../../../../models/elections/polling/polling.ts'
import type { Hits } from '../../../../models/elections/roll/search.ts'
import { listSittings } from '../../../../models/elections/planning/sittings.ts'
import { listHelp, tableFigures, type TableFigures } from '../../../../models/elections/polling/tallies.ts'
import type {
  PollingClosingRow,
  PollingOpeningRow,
  HelpGivenRow,
} from '../../../../models/elections/polling/tables.ts'
import { userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import type { Again } from '../../../web/forms.ts'
import { paths } from '../../../../views/paths.ts'
import { electionOf, showPage, type ElectionRequest } from '../shared.ts'
import { headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

/** office/elections/polling */
export interface PollingPage {
  head: ElectionHead
  action: string
  candidates: string[]
  /** The list is approved, and the day has come. */
  mayOpen: boolean
  /** How the polling day lies to today. */
  day: 'coming' | 'today' | 'past'
  mayClose: boolean
  opening: PollingOpeningRow | null
  closing: PollingClosingRow | null
  pauses: Pause[]
  /** The day of the last sitting, and when the sitting of today ends. */
  lastDay: IsoDate
  closesAt: string
  now: string
  user: string
  closingHref: string
  marksMax: number
  /** The box has not been locked by a tried key yet, where there is a tablet. */
  boxHref: string | null
  rollHref: string
  table: TablePage | null
}

/** office/elections/_polling_table: the table while polling is open or in a break. */
export interface TablePage {
  /** This person may do what is done there. */
  runs: boolean
  state: TableState
  /** Nobody closed when people stopped voting. */
  leftOpen: boolean
  rollKind: Election['roll_kind']
  /** What a voter can be given. */
  paper: boolean
  booth: boolean
  figures: TableFigures
  help: HelpGivenRow[]
  search: Search | null
  /** What was just done, and the seal with which it can be undone. */
  said: string | null
  undo: string | null
  panel: (BoothPanel & { mayRun: boolean }) | null
  boothsMark: string
  hrefs: Record<
    | 'polling'
    | 'turnout'
    | 'search'
    | 'handOut'
    | 'exchange'
    | 'notReturned'
    | 'help'
    | 'undo'
    | 'correction'
    | 'pause'
    | 'resumption',
    string
  >
}

export type TableState = 'open' | 'paused' | 'over'

export interface Search extends Hits {
  text: string
}

/** What an answer from the table adds to the page. */
export type TableShown = Partial<Again> & {
  search?: Search | undefined
  said?: string | undefined
  undo?: string | undefined
}

/** Shows the polling day's page as it stands now, after a form with what it did. */
export async function showPolling(
  req: ElectionRequest,
  res: Response,
  shown: TableShown = {},
): Promise<void> {
  const election = await electionOf(req)
  const { id, status } = election
  const today = req.clock.today()
  const [first, ...others] = await listSittings(req.db, election)
  const last = others.at(-1) ?? first
  const runs = canOf(userOf(req))['elections.run']
  const day = first.held_on > today ? 'coming' : last.held_on >= today ? 'today' : 'past'
  const page: PollingPage = {
    head: headOf(req, election),
    action: paths.pollingOpening(id),
    candidates: (await listStanding(req.db, id)).map(({ name }) => name),
    mayOpen: allows(status, 'openPolling') && runs && day !== 'coming',
    day,
    mayClose: allows(status, 'closePolling') && runs,
    opening: (await findOpening(req.db, id)) ?? null,
    closing: (await findClosing(req.db, id)) ?? null,
    pauses: await listPauses(req.db, id),
    lastDay: last.held_on,
    closesAt: ([first, ...others].find(({ held_on }) => held_on === today) ?? last).closes_at,
    now: day === 'past' ? election.opens_at : req.clock.time(),
    user: userOf(req).name,
    closingHref: paths.pollingClosing(id),
    marksMax: election.statutes.rules.marks.value.max,
    boxHref: hasBooth(election) && allows(status, 'openPolling') ? paths.box(id) : null,
    rollHref: paths.roll(id),
    table: facts(status).takesVotes ? await tableOf(req, election, shown) : null,
  }
  const { search: _search, said: _said, undo: _undo, ...again } = shown
  showPage(req, res, 'polling/polling', page, again)
}

async function tableOf(
  req: ElectionRequest,
  election: Election,
  { search, said, undo }: TableShown,
): Promise<TablePage> {
  const { id } = election
  const runs = canOf(userOf(req))['elections.run']
  const figures = await tableFigures(req.db, election)
  const panel = hasBooth(election) ? await boothPanel(req.db, id) : null
  return {
    runs,
    state: stateOf(election, figures),
    leftOpen: await isForgotten(req.db, election, req.clock.today()),
    rollKind: election.roll_kind,
    paper: hasPaper(election),
    booth: hasBooth(election),
    figures,
    help: await listHelp(req.db, id),
    search: search ?? null,
    said: said ?? null,
    undo: undo ?? null,
    panel: panel && { ...panel, mayRun: runs },
    boothsMark: boothsMark(panel),
    hrefs: {
      polling: paths.polling(id),
      turnout: paths.turnout(id),
      search: paths.rollSearch(id),
      handOut: paths.handOut(id),
      exchange: paths.exchange(id),
      notReturned: paths.notReturned(id),
      help: paths.helpGiven(id),
      undo: paths.tableUndo(id),
      correction: paths.tableCorrection(id),
      pause: paths.pollingPause(id),
      resumption: paths.pollingResumption(id),
    },
  }
}

export function stateOf(
  { status }: Pick<Election, 'status'>,
  { open }: Pick<TableFigures, 'open'>,
): TableState {
  if (!facts(status).takesVotes) return 'over'
  return open === 1 ? 'open' : 'paused'
}

/** Changes when a booth does: the page then fetches its panel anew. */
export function boothsMark(panel: BoothPanel | null): string {
  return panel ? JSON.stringify([panel.mayRelease, panel.booths]) : ''
}
