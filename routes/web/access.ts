import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { SignedIn } from '../../models/accounts/accounts.ts'
import { Forbidden } from '../../models/core/errors.ts'
import { allows, type Permission } from '../../models/accounts/permissions.ts'

/** Every route begins with a guard; a test walks the routers to see it. */
export type Guard = RequestHandler & { guard: Permission | 'anyone' | 'booth' }

/** Says on the route line that the route is meant to be open. */
export const anyone: Guard = Object.assign(
  (_req: Request, _res: Response, next: NextFunction) => {
    next()
  },
  {
    guard: 'anyone' as const,
  },
)

/** Visitors who are not signed in are asked to sign in; a role without the permission gets 403. */
export function requires(permission: Permission): Guard {
  const guard = (req: Request, res: Response, next: NextFunction) => {
    if (!req.user) {
      res.redirect(303, `/log-ind?retur=${encodeURIComponent(req.originalUrl)}`)
    } else if (allows(req.user.role, permission)) {
      next()
    } else {
      next(new Forbidden(permission))
    }
  }
  return Object.assign(guard, { guard: permission })
}

/** The signed-in person behind a guarded route. */
export function userOf(req: Request): SignedIn {
  if (!req.user) throw new Error('the route has no guard')
  return req.user
}
