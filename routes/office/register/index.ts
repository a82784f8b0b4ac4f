import express, { type Router } from 'express'
import { councilRoutes } from './council.ts'
import { formalRoutes } from './formal.ts'
import { groundRoutes } from './ground.ts'
import { historyRoutes } from './history.ts'
import { insightRoutes } from './insight.ts'
import { leavingRoutes } from './leaving.ts'
import { officeRoutes } from './offices.ts'
import { peopleRoutes } from '../people/people.ts'
import { seatRoutes } from './seats.ts'
import { substituteRoutes } from './substitutes.ts'
import { swapRoutes } from './swap.ts'
import { voidRoutes } from './voiding.ts'

/** The register: who sits on the council, on which seat, in which office, and how they got there. */
export function registerRoutes(): Router {
  const router = express.Router()
  router.use(councilRoutes())
  router.use(historyRoutes())
  router.use(peopleRoutes())
  router.use(insightRoutes())
  router.use(seatRoutes())
  router.use(substituteRoutes())
  router.use(leavingRoutes())
  router.use(groundRoutes())
  router.use(formalRoutes())
  router.use(voidRoutes())
  router.use(swapRoutes())
  router.use(officeRoutes())
  return router
}
