import express, { type Router } from 'express'
import { accountActRoutes } from './acts.ts'
import { auditRoutes } from '../privacy/log.ts'
import { manageRoutes } from './manage.ts'
import { ownAccountRoutes } from './own.ts'

/** Who has access, one's own password, and the log of everything that was done. */
export function accountRoutes(): Router {
  const router = express.Router()
  router.use(manageRoutes())
  router.use(accountActRoutes())
  router.use(ownAccountRoutes())
  router.use(auditRoutes())
  return router
}
