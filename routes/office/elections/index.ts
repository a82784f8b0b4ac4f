import express, { type Router } from 'express'
import { boothRoutes } from './booth/booths.ts'
import { boxRoutes } from './box/box.ts'
import { candidateListRoutes, drawRoutes } from './candidates/candidate_list.ts'
import { candidateRoutes } from './candidates/candidates.ts'
import { certificationRoutes, resultRoutes } from './result/result.ts'
import { complaintRoutes } from './complaints/complaints.ts'
import { countRoutes } from './count/count.ts'
import { documentRoutes, recordRoutes } from './record/record.ts'
import { overviewRoutes } from './overview.ts'
import { planningRoutes } from './planning/planning.ts'
import { timetableRoutes } from './planning/timetable.ts'
import { portraitRoutes } from './candidates/portraits.ts'
import { pollingPauseRoutes } from './polling/pause.ts'
import { pollingRoutes } from './polling/polling.ts'
import { pollingTableRoutes } from './polling/table.ts'
import { rollRoutes } from './roll/roll.ts'

/** A polling officer meets only the elections of their own places. */
export function electionRoutes(): Router {
  const router = express.Router()
  planningRoutes(router)
  timetableRoutes(router)
  overviewRoutes(router)
  candidateRoutes(router)
  portraitRoutes(router)
  candidateListRoutes(router)
  documentRoutes(router)
  pollingRoutes(router)
  pollingTableRoutes(router)
  pollingPauseRoutes(router)
  rollRoutes(router)
  boothRoutes(router)
  boxRoutes(router)
  countRoutes(router)
  resultRoutes(router)
  drawRoutes(router)
  certificationRoutes(router)
  complaintRoutes(router)
  recordRoutes(router)
  return router
}
