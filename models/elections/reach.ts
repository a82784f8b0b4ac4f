import type { Knex } from 'knex'
import type { SignedIn } from '../accounts/accounts.ts'
import type { By } from '../core/audit.ts'
import type { Db } from '../core/db.ts'
import type { Role } from '../accounts/tables.ts'

/** Who acts in an election: what the log needs, and the account whose reach decides which elections exist for it. */
export interface Official extends By {
  user: SignedIn
}

/** Whose part each kind of step is. What a route lets through is said in routes/web/access.ts, and a test compares the two. */
export const PARTS = {
  plan: ['secretary'],
  run: ['secretary', 'polling_officer'],
  count: ['secretary', 'polling_officer', 'chair'],
} as const satisfies Record<string, readonly Role[]>

export type Part = keyof typeof PARTS

/** Is this kind of step something that such an account can do? */
export function hasPart(user: { role: Role }, part: Part): boolean {
  return (PARTS[part] as readonly Role[]).includes(user.role)
}

/** Does this account belong to its places alone, so that their elections are its daily work? */
export function isLocal(user: { role: Role }): boolean {
  return BOUND_TO_PLACES.includes(user.role)
}

/** These see and run the elections of their own places only; to everyone else there is no such limit. */
const BOUND_TO_PLACES: readonly Role[] = ['polling_officer']

/** Whose accounts may sit on an electoral board. */
const BOARD_ROLES: readonly Role[] = ['secretary', 'chair', 'polling_officer']

/** Leaves out the elections that are not there for this person. For queries on the table `elections`. */
export function inReachOf(db: Db, user: SignedIn) {
  return (query: Knex.QueryBuilder): void => {
    if (!BOUND_TO_PLACES.includes(user.role)) return
    const areas = db('area_bodies').whereIn('body_id', user.places).select('area_id')
    void query.whereIn('elections.area_id', areas)
  }
}

/** May an account with this role and these places sit on the board of an election among these bodies? */
export function maySitOnBoard(
  account: { role: Role; places: readonly number[] },
  bodyIds: readonly number[],
) {
  if (!BOARD_ROLES.includes(account.role)) return false
  return !BOUND_TO_PLACES.includes(account.role) || account.places.some((place) => bodyIds.includes(place))
}
