import express, { type Request, type Response, type Router } from 'express'
import { paths, requires } from '../../web/index.ts'
import { dateQuery } from '../../web/fields.ts'
import { showExchange } from './show.ts'
import { exportRoutes } from './exports.ts'
import { importRoutes } from './imports.ts'

export function exchangeRoutes(): Router {
  const router = express.Router()
  router.get(paths.inAndOut, requires('exchange.export'), dateQuery, (req: Request, res: Response) =>
    showExchange(req, res),
  )
  exportRoutes(router)
  importRoutes(router)
  return router
}
