import express, { type Request, type Response, type Router } from 'express'
import * as electionsModel from '../../../models/elections/index.ts'
import { getStatutesVersion } from '../../../models/statutes/index.ts'
import { boothRoutes } from './booth/booths.ts'
import { boxRoutes } from './box/box.ts'
import { candidateListRoutes, drawRoutes } from './candidates/candidate_list.ts'
import { candidateRoutes } from './candidates/candidates.ts'
import { portraitRoutes } from './candidates/portraits.ts'
import { reopeningRoutes } from './candidates/reopening.ts'
import { complaintRoutes } from './complaints/complaints.ts'
import { conductRoutes } from './conduct/conduct.ts'
import { countRoutes } from './count/count.ts'
import { differenceRoutes } from './count/difference.ts'
import { incidentRoutes } from './incidents/incidents.ts'
import { investigationRoutes } from './investigation/investigation.ts'
import { callOffRoutes } from './planning/calling_off.ts'
import { packageRoutes } from './packages/packages.ts'
import { planningRoutes } from './planning/planning.ts'
import { timetableRoutes } from './planning/timetable.ts'
import { morePapersRoutes } from './polling/more_papers.ts'
import { pollingPauseRoutes } from './polling/pause.ts'
import { pollingRoutes } from './polling/polling.ts'
import { pollingTableRoutes } from './polling/table.ts'
import { readinessRoutes, roomRoutes } from './readiness/readiness.ts'
import { documentRoutes, recordRoutes } from './record/record.ts'
import { certificationRoutes, resultRoutes } from './result/result.ts'
import { rollRoutes } from './roll/roll.ts'
import { electionOf, type ElectionRequest, showPage, withWho } from './shared.ts'
import { alsoName, paths, readerOf, requires, userOf } from '../../web/index.ts'
import { electionPage, type ListedRow, listPage } from '../../../views/office/elections/index.ts'

/** A polling officer meets only the elections of their own places. */
export function electionRoutes(): Router {
  const router = express.Router()
  planningRoutes(router)
  timetableRoutes(router)
  callOffRoutes(router)
  overviewRoutes(router)
  candidateRoutes(router)
  portraitRoutes(router)
  candidateListRoutes(router)
  reopeningRoutes(router)
  documentRoutes(router)
  readinessRoutes(router)
  roomRoutes(router)
  morePapersRoutes(router)
  pollingRoutes(router)
  pollingTableRoutes(router)
  pollingPauseRoutes(router)
  rollRoutes(router)
  boothRoutes(router)
  boxRoutes(router)
  countRoutes(router)
  differenceRoutes(router)
  resultRoutes(router)
  drawRoutes(router)
  certificationRoutes(router)
  complaintRoutes(router)
  conductRoutes(router)
  incidentRoutes(router)
  investigationRoutes(router)
  packageRoutes(router)
  recordRoutes(router)
  return router
}

function overviewRoutes(router: Router): void {
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
      step: await electionsModel.nextStep(req.db, election, userOf(req), reader.today),
      sittings: await electionsModel.listSittings(req.db, election),
      board: await electionsModel.listBoard(req.db, id),
      choices: reader.can['elections.plan']
        ? await electionsModel.listBoardChoices(req.db, election.area_id)
        : [],
      candidacies: await electionsModel.listCandidacies(req.db, id),
      deeds: await electionsModel.listDeeds(req.db, id),
      statutesFrom: (await getStatutesVersion(req.db, election.statutes_version_id)).in_force_from,
      reruns: await electionsModel.findReruns(req.db, id),
      namesTwice: reader.can['elections.plan'] ? await electionsModel.listNamesTwiceOn(req.db, election) : [],
      callOff: await electionsModel.findCallOff(req.db, id),
      incidents: await electionsModel.listInForce(req.db, id),
      isBoxLost: (await electionsModel.findBoxLoss(req.db, id)) !== undefined,
    })
    alsoName(req, page.twice?.names.map(({ name }) => name) ?? [])
    showPage(req, res, 'election', await withWho(req, election, page))
  })
}

async function listRows(req: Request): Promise<ListedRow[]> {
  const user = userOf(req)
  const elections = await electionsModel.listElections(req.db, user)
  const sittings = await electionsModel.listSittingsOf(req.db, elections)
  const rows: ListedRow[] = []
  for (const election of elections) {
    const step = await electionsModel.nextStep(req.db, election, user, req.clock.today())
    rows.push({ election, step, sittings: sittings.get(election.id) ?? [] })
  }
  return rows
}
