import express, { type Router } from 'express'
import { boothRoutes } from './booths.ts'
import { boxRoutes } from './box.ts'
import { candidateListRoutes } from './candidate_list.ts'
import { candidateRoutes } from './candidates.ts'
import { certificationRoutes } from './certification.ts'
import { complaintRoutes } from './complaints.ts'
import { countRoutes } from './count.ts'
import { drawRoutes } from './draws.ts'
import { documentRoutes } from './documents.ts'
import { overviewRoutes } from './overview.ts'
import { planningRoutes } from './planning.ts'
import { portraitRoutes } from './portraits.ts'
import { pollingRoutes } from './polling.ts'
import { recordRoutes } from './record.ts'
import { resultRoutes } from './result.ts'
import { rollRoutes } from './roll.ts'

/** The elections: planned, run, counted, certified. A polling officer meets only those of their own places. */
export function electionRoutes(): Router {
  const router = express.Router()
  planningRoutes(router)
  overviewRoutes(router)
  candidateRoutes(router)
  portraitRoutes(router)
  candidateListRoutes(router)
  documentRoutes(router)
  pollingRoutes(router)
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
