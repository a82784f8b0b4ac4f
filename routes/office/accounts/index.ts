import express, { type Router } from 'express'
import { accountActRoutes } from './acts.ts'
import { manageRoutes } from './manage.ts'
import { ownAccountRoutes } from './own.ts'

/** Who has access and one's own password. */
export function accountRoutes(): Router {
  const router = express.Router()
  router.use(manageRoutes())
  router.use(accountActRoutes())
  router.use(ownAccountRoutes())
  return router
}
