import type { SignedIn } from './accounts.ts'
import type { Role } from './tables.ts'
import { keysOf, recordFrom } from '../core/records.ts'

export const ROLES: readonly Role[] = [
  'secretary',
  'polling_officer',
  'chair',
  'member',
  'auditor',
  'administrator',
]

/** Views see these as `can[...]`, and never a role's name. */
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

export function allows(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission]
  return roles.includes(role)
}

/** The role of the staff of places. */
export const STAFF: Role = 'polling_officer'

/** These roles see and run the elections of their own places only. */
const BOUND_TO_PLACES: readonly Role[] = [STAFF]

export function isBoundToPlaces(role: Role): boolean {
  return BOUND_TO_PLACES.includes(role)
}

const NOBODY = permissionsOf(() => false)
const BY_ROLE = new Map<Role, Can>()

export function canOf(user: SignedIn | undefined): Can {
  if (!user) return NOBODY
  const known = BY_ROLE.get(user.role) ?? permissionsOf((permission) => allows(user.role, permission))
  BY_ROLE.set(user.role, known)
  return known
}

function permissionsOf(may: (permission: Permission) => boolean): Can {
  const names = keysOf(PERMISSIONS)
  return recordFrom(names, may)
}
