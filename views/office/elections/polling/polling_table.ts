import type { BoothPanel } from '../../../../models/elections/booth/panel.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { hasBooth, hasPaper } from '../../../../models/elections/means.ts'
import type { HelpGivenRow } from '../../../../models/elections/polling/tables.ts'
import type { TableFigures } from '../../../../models/elections/polling/tallies.ts'
import type { Hits } from '../../../../models/elections/roll/search.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import type { ShownPanel } from '../booth/parts.ts'
import type { ElectionId } from '../../../../models/core/ids.ts'

export type TableState = 'open' | 'paused' | 'over'

export interface Search extends Hits {
  text: string
}

/** What was just done at the table, with the seal that undoes it. */
export interface JustDone {
  search?: Search | undefined
  said?: string | undefined
  undo?: string | undefined
}

export interface TableRows {
  figures: TableFigures
  help: HelpGivenRow[]
  /** null when no voter can vote on a tablet. */
  panel: BoothPanel | null
  leftOpen: boolean
}

export interface TablePage {
  runs: boolean
  state: TableState
  leftOpen: boolean
  rollKind: Election['roll_kind']
  paper: boolean
  booth: boolean
  figures: TableFigures
  help: HelpGivenRow[]
  search: Search | null
  said: string | null
  undo: string | null
  panel: ShownPanel | null
  boothsMark: string
  hrefs: ReturnType<typeof tableHrefs>
}

export function tablePage(
  { can }: Reader,
  election: Election,
  { figures, help, panel, leftOpen }: TableRows,
  { search, said, undo }: JustDone = {},
): TablePage {
  const runs = can['elections.run']
  return {
    runs,
    state: tableState(election, figures),
    leftOpen,
    rollKind: election.roll_kind,
    paper: hasPaper(election),
    booth: hasBooth(election),
    figures,
    help,
    search: search ?? null,
    said: said ?? null,
    undo: undo ?? null,
    panel: panel && { ...panel, mayRun: runs },
    boothsMark: boothsMark(panel),
    hrefs: tableHrefs(election.id),
  }
}

export function tableState(
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

function tableHrefs(id: ElectionId) {
  return {
    polling: paths.polling(id),
    turnout: paths.turnout(id),
    search: paths.rollSearch(id),
    handOut: paths.handOut(id),
    exchange: paths.exchange(id),
    notReturned: paths.notReturned(id),
    help: paths.helpGiven(id),
    undo: paths.tableUndo(id),
    correction: paths.tableCorrection(id),
    more: paths.morePapers(id),
    pause: paths.pollingPause(id),
    resumption: paths.pollingResumption(id),
  }
}
