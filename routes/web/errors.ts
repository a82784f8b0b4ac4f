import type { NextFunction, Request, Response } from 'express'
import type { Logger } from 'pino'
import { explainAll } from './forms.ts'
import { Conflict, Forbidden, NotFound, Refused, Unreadable } from '../../models/core/errors.ts'
import { forLog, pathForLog } from './log.ts'
import { paths } from '../../views/paths.ts'
import { show } from './views.ts'

export function notFound(_req: Request, _res: Response, next: NextFunction): void {
  next(new NotFound('page'))
}

/** Expected errors get a page by their class; all others get 500, with the details in the log only. */
export function errorPages(log: Logger) {
  return (error: unknown, req: Request, res: Response, next: NextFunction): void => {
    if (res.headersSent) {
      next(error)
      return
    }
    const [view, status] = pageFor(error)
    if (status >= 500) {
      log.error({ error: forLog(error), method: req.method, path: pathForLog(req.path) }, 'request failed')
    }
    const errors = error instanceof Refused ? explainAll(req, error) : []
    const layout = isInOffice(req) ? 'office' : 'public'
    show(req, res, `errors/${view}`, { title: req.t(`errors.${view}.title`), layout, status, errors })
  }
}

function isInOffice(req: Request): boolean {
  return req.user !== undefined && (req.path === paths.office || req.path.startsWith(`${paths.office}/`))
}

type ErrorView = 'not_found' | 'forbidden' | 'conflict' | 'too_large' | 'unreadable' | 'failure'

function pageFor(error: unknown): [view: ErrorView, status: number] {
  if (error instanceof NotFound) return ['not_found', 404]
  if (error instanceof Forbidden) return ['forbidden', 403]
  if (error instanceof Conflict) return ['conflict', 409]
  if (error instanceof Refused) return ['conflict', 422]
  if (error instanceof Unreadable) return ['unreadable', 422]
  const { status } = error as { status?: number }
  if (status === 413) return ['too_large', 413]
  if (status !== undefined && status >= 400 && status < 500) return ['not_found', 404]
  return ['failure', 500]
}
