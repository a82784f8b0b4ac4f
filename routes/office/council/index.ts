import express, { type Router } from 'express'
import { councilRoutes } from './council.ts'
import { formalRoutes } from './seats/formal.ts'
import { groundRoutes } from './seats/ground.ts'
import { historyRoutes } from './history/history.ts'
import { leavingRoutes } from './seats/leaving.ts'
import { officeRoutes } from './offices/offices.ts'
import { seatDecisionRoutes } from './seats/seat_decision.ts'
import { seatRoutes } from './seats/seats.ts'
import { substituteRoutes } from './substitutes/substitutes.ts'
import { swapRoutes } from './offices/swap.ts'
import { voidRoutes } from './seats/voiding.ts'

/** The register: who sits on the council, on which seat, in which office, and how they got there. */
export function registerRoutes(): Router {
  const router = express.Router()
  router.use(councilRoutes())
  router.use(historyRoutes())
  router.use(seatRoutes())
  router.use(seatDecisionRoutes())
  router.use(substituteRoutes())
  router.use(leavingRoutes())
  router.use(groundRoutes())
  router.use(formalRoutes())
  router.use(voidRoutes())
  router.use(swapRoutes())
  router.use(officeRoutes())
  return router
}
