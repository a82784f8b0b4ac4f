import express, { type Router } from 'express'
import { paths, requires, shows } from '../../web/index.ts'
import { dateQuery } from '../../web/fields.ts'
import { showExchange } from './show.ts'
import { exportRoutes } from './exports.ts'
import { importRoutes } from './imports.ts'

export function exchangeRoutes(): Router {
  const router = express.Router()
  router.get(paths.inAndOut, requires('exchange.export'), dateQuery, shows(showExchange))
  exportRoutes(router)
  importRoutes(router)
  return router
}
