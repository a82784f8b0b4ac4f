import type { Response } from 'express'
import { boothPanel } from '../../../../models/elections/booth/panel.ts'
import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { hasBooth } from '../../../../models/elections/means.ts'
import { listSittings } from '../../../../models/elections/planning/sittings.ts'
import { listPauses } from '../../../../models/elections/polling/pauses.ts'
import { findClosing, findOpening, isForgotten } from '../../../../models/elections/polling/polling.ts'
import { listHelp, tableFigures } from '../../../../models/elections/polling/tallies.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { pollingPage } from '../../../../views/office/elections/polling/polling.page.ts'
import {
  tablePage,
  type JustDone,
  type TablePage,
} from '../../../../views/office/elections/polling/polling_table.ts'
import { userOf } from '../../../web/access.ts'
import type { Again } from '../../../web/forms.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, showPage, type ElectionRequest } from '../shared.ts'

export async function showPolling(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> & JustDone = {},
): Promise<void> {
  const { search, said, undo, ...again } = shown
  const election = await electionOf(req)
  const rows = {
    candidates: await listStanding(req.db, election.id),
    sittings: await listSittings(req.db, election),
    opening: await findOpening(req.db, election.id),
    closing: await findClosing(req.db, election.id),
    pauses: await listPauses(req.db, election.id),
  }
  const now = {
    time: req.clock.time(),
    by: userOf(req).name,
    table: facts(election.status).takesVotes ? await tableOf(req, election, { search, said, undo }) : null,
  }
  showPage(req, res, 'polling/polling', pollingPage(readerOf(req), election, rows, now), again)
}

async function tableOf(req: ElectionRequest, election: Election, done: JustDone): Promise<TablePage> {
  const rows = {
    figures: await tableFigures(req.db, election),
    help: await listHelp(req.db, election.id),
    panel: hasBooth(election) ? await boothPanel(req.db, election.id) : null,
    leftOpen: await isForgotten(req.db, election, req.clock.today()),
  }
  return tablePage(readerOf(req), election, rows, done)
}
