import express, { type Router } from 'express'
import { bodyChangeRoutes } from './changes.ts'
import { bodyListRoutes } from './list.ts'
import { mergerRoutes } from './mergers.ts'
import { seatDecisionRoutes } from './seat_decision.ts'

/** Places and organisations, what happens to them over time, and what is decided about the seats behind them. */
export function bodyRoutes(): Router {
  const router = express.Router()
  router.use(bodyListRoutes())
  router.use(bodyChangeRoutes())
  router.use(mergerRoutes())
  router.use(seatDecisionRoutes())
  return router
}
