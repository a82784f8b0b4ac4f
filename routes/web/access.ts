import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { SignedIn } from '../../models/accounts/accounts.ts'
import { Forbidden } from '../../models/core/errors.ts'
import type { Role } from '../../models/accounts/tables.ts'

/** Who may do what. Views see these as `can[...]`, and never a role's name. */
export const PERMISSIONS = {
  'office.enter': ['secretary', 'polling_officer', 'chair', 'member', 'auditor', 'administrator'],
  'register.read': ['secretary', 'chair', 'member', 'auditor'],
  'register.write': ['secretary'],
  'contacts.read': ['secretary', 'auditor'],
  'offices.write': ['secretary'],
  'privacy.read': ['secretary', 'auditor', 'administrator'],
  'privacy.write': ['secretary'],
  'statutes.write': ['secretary', 'administrator'],
  'elections.read': ['secretary', 'polling_officer', 'chair', 'auditor'],
  'elections.plan': ['secretary'],
  'elections.run': ['secretary', 'polling_officer'],
  'elections.count': ['secretary', 'polling_officer', 'chair'],
  'elections.certify': ['secretary', 'polling_officer', 'chair'],
  'nominations.read': ['secretary', 'chair', 'auditor'],
  'nominations.write': ['secretary'],
  'renewal.read': ['secretary', 'chair', 'auditor'],
  'renewal.write': ['secretary'],
  'meetings.read': ['secretary', 'chair', 'member', 'auditor'],
  'meetings.plan': ['secretary', 'chair'],
  'meetings.attendance': ['secretary', 'chair'],
  'exchange.export': ['secretary', 'auditor'],
  'exchange.import': ['secretary'],
  'accounts.read': ['administrator', 'auditor'],
  'accounts.manage': ['administrator'],
  'audit.read': ['auditor'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof PERMISSIONS
export type Can = Record<Permission, boolean>

/** A handler that lets a request through or not. Every route begins with one; a test walks the routers to see it. */
export type Guard = RequestHandler & { guard: Permission | 'anyone' | 'booth' }

/** May this role do that? */
export function allows(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role)
}

const NOBODY = permissionsOf(() => false)
const BY_ROLE = new Map<Role, Can>()

/** What the person may do, for views. */
export function canOf(user: SignedIn | undefined): Can {
  if (!user) return NOBODY
  const known = BY_ROLE.get(user.role) ?? permissionsOf((permission) => allows(user.role, permission))
  BY_ROLE.set(user.role, known)
  return known
}

function permissionsOf(may: (permission: Permission) => boolean): Can {
  const names = Object.keys(PERMISSIONS) as Permission[]
  return Object.fromEntries(names.map((name) => [name, may(name)])) as Can
}

/** Open to all; says on the route line that it is meant to be. */
export const anyone: Guard = Object.assign(
  (_req: Request, _res: Response, next: NextFunction) => {
    next()
  },
  {
    guard: 'anyone' as const,
  },
)

/** Only for those signed in whose role has the permission; others are asked to sign in, or told no (403). */
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
