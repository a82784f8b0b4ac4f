import type { Request, Response, Router } from 'express'
import { listBoard } from '../../../models/elections/board.ts'
import { findBoxLoss } from '../../../models/elections/box/loss.ts'
import { listCandidacies } from '../../../models/elections/candidates/candidates.ts'
import { listElections } from '../../../models/elections/elections.ts'
import { listDeeds } from '../../../models/elections/history.ts'
import { nextStep } from '../../../models/elections/next_step.ts'
import { findReruns } from '../../../models/elections/planning/reruns.ts'
import { listSittings, listSittingsOf } from '../../../models/elections/planning/sittings.ts'
import { listNamesTwiceOn } from '../../../models/elections/roll/twice.ts'
import { getStatutesVersion } from '../../../models/statutes/versions.ts'
import { electionPage } from '../../../views/office/elections/election.page.ts'
import { listPage, type ListedRow } from '../../../views/office/elections/list.page.ts'
import { paths } from '../../../views/paths.ts'
import { requires, userOf } from '../../web/access.ts'
import { readerOf } from '../../web/reader.ts'
import { electionOf, showPage, type ElectionRequest } from './shared.ts'

export function overviewRoutes(router: Router): void {
  router.get(paths.elections, requires('elections.read'), async (req: Request, res: Response) => {
    const reader = readerOf(req)
    // The list changes by acts alone, and with the day.
    const key = `office_elections:${userOf(req).id}:${req.lang}:${reader.today}`
    const page = await req.answers.get(key, async () => listPage(reader, await listRows(req)))
    showPage(req, res, 'list', page)
  })
  router.get('/kontor/valg/:id', requires('elections.read'), async (req: ElectionRequest, res) => {
    const election = await electionOf(req)
    const { id } = election
    const reader = readerOf(req)
    const page = electionPage(reader, election, {
      step: await nextStep(req.db, election, userOf(req), reader.today),
      sittings: await listSittings(req.db, election),
      board: await listBoard(req.db, id),
      candidacies: await listCandidacies(req.db, id),
      deeds: await listDeeds(req.db, id),
      statutesFrom: (await getStatutesVersion(req.db, election.statutes_version_id)).in_force_from,
      reruns: await findReruns(req.db, id),
      namesTwice: reader.can['elections.plan'] ? await listNamesTwiceOn(req.db, election) : [],
      isBoxLost: (await findBoxLoss(req.db, id)) !== undefined,
    })
    showPage(req, res, 'election', page)
  })
}

async function listRows(req: Request): Promise<ListedRow[]> {
  const user = userOf(req)
  const elections = await listElections(req.db, user)
  const sittings = await listSittingsOf(req.db, elections)
  const rows: ListedRow[] = []
  for (const election of elections) {
    const step = await nextStep(req.db, election, user, req.clock.today())
    rows.push({ election, step, sittings: sittings.get(election.id) ?? [] })
  }
  return rows
}
