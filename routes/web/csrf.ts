import { csrfSync } from 'csrf-sync'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { Forbidden } from '../../models/core/errors.ts'

const { generateToken, isRequestValid } = csrfSync({
  getTokenFromRequest: (req) => (req.body as { _csrf?: string } | undefined)?._csrf,
})

/** The token is made when a page asks for it, so that a reader gets no session. */
export function offerToken(req: Request, res: Response, next: NextFunction): void {
  Object.defineProperty(res.locals, 'csrf', {
    get: () => generateToken(req),
    configurable: true,
    enumerable: true,
  })
  next()
}

/** Every form must bring its page's token back. A signed-in sender with another token is given to `askAgain`. */
export function protectForms(askAgain: RequestHandler): RequestHandler {
  return (req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD' || isRequestValid(req)) {
      next()
    } else if (req.user) {
      void askAgain(req, res, next)
    } else {
      next(new Forbidden('token'))
    }
  }
}

/** Refuses a form from another site before anything of it is read. */
export function refuseForeignForms(req: Request, _res: Response, next: NextFunction): void {
  const { origin, host } = req.headers
  const site = req.headers['sec-fetch-site']
  const foreign =
    site === 'cross-site' || (origin !== undefined && origin !== 'null' && hostOf(origin) !== host)
  if (req.method !== 'GET' && req.method !== 'HEAD' && foreign) {
    next(new Forbidden('origin'))
    return
  }
  next()
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
