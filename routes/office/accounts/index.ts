import express, { type Router } from 'express'
import { accountActRoutes } from './acts.ts'
import { manageRoutes } from './manage.ts'
import { ownAccountRoutes } from './own.ts'

export function accountRoutes(): Router {
  const router = express.Router()
  router.use(manageRoutes())
  router.use(accountActRoutes())
  router.use(ownAccountRoutes())
  return router
}
