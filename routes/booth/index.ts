import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import type { Logger } from 'pino'
import type { Config } from '../../config.ts'
import { Conflict, NotFound, Unreadable } from '../../models/core/index.ts'
import { forLog, paths } from '../web/index.ts'
import { showEnded } from './show.ts'
import { speakAsAsked } from './typed.ts'
import { pairingRoutes } from './access.ts'
import { trialRoutes, votingRoutes } from './voting.ts'

/** Door 3, /stemmeboks, for a paired tablet: no session, no account, no way to other pages. */
export function boothRoutes(config: Config, log: Logger): Router {
  const router = express.Router()
  router.use(paths.boothDoor, speakAsAsked, refuseUnreadable)
  pairingRoutes(router, config)
  votingRoutes(router)
  trialRoutes(router)
  router.use(paths.boothDoor, (_req, _res, next) => {
    next(new NotFound('page'))
  })
  router.use(paths.boothDoor, boothFaults(log))
  return router
}

/** No page of the booth sends control characters. */
function refuseUnreadable(req: Request, _res: Response, next: NextFunction): void {
  next(req.hadControls === true ? new Unreadable('form') : undefined)
}

/** Logs a fault without its request: what a voter sends from a booth belongs in no log. */
function boothFaults(log: Logger) {
  return (error: unknown, req: Request, res: Response, next: NextFunction): void => {
    if (res.headersSent) {
      next(error)
      return
    }
    const status = statusOf(error)
    if (status === 500) log.error({ error: forLog(error) }, 'a voting booth failed')
    showEnded(req, res, 'failed', status)
  }
}

function statusOf(error: unknown): number {
  if (error instanceof NotFound) return 404
  if (error instanceof Unreadable) return 422
  return error instanceof Conflict ? 409 : 500
}
