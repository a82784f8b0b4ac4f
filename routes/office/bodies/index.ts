import express, { type Router } from 'express'
import { bodyChangeRoutes } from './changes.ts'
import { bodyListRoutes } from './list.ts'
import { mergerRoutes } from './mergers.ts'

/** Places and organisations and what happens to them over time. */
export function bodyRoutes(): Router {
  const router = express.Router()
  router.use(bodyListRoutes())
  router.use(bodyChangeRoutes())
  router.use(mergerRoutes())
  return router
}
