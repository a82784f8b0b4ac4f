import express, { type Router } from 'express'
import { candidateListRoutes } from './candidate_list.ts'
import { candidateRoutes } from './candidates.ts'
import { certificationRoutes } from './certification.ts'
import { countRoutes } from './count.ts'
import { overviewRoutes } from './overview.ts'
import { planningRoutes } from './planning.ts'
import { pollingRoutes } from './polling.ts'
import { resultRoutes } from './result.ts'

/** The elections: planned, run, counted, certified. A polling officer meets only those of their own places. */
export function electionRoutes(): Router {
  const router = express.Router()
  planningRoutes(router)
  overviewRoutes(router)
  candidateRoutes(router)
  candidateListRoutes(router)
  pollingRoutes(router)
  countRoutes(router)
  resultRoutes(router)
  certificationRoutes(router)
  return router
}
