import type { Knex } from 'knex'
import type { SignedIn } from '../accounts/accounts.ts'
import type { By } from '../core/audit.ts'
import type { Db } from '../core/db.ts'
import type { AccountId, BodyId } from '../core/ids.ts'
import type { Role } from '../accounts/tables.ts'
import { allows, isBoundToPlaces } from '../accounts/permissions.ts'
import type { ElectionRow } from './tables.ts'

/** An official is what the log needs, and the user whose reach decides which elections exist. */
export interface Official extends By {
  user: SignedIn
}

export type Part = 'plan' | 'run' | 'count'

export function hasPart(user: { role: Role }, part: Part): boolean {
  return allows(user.role, `elections.${part}`)
}

/** True when the account belongs to its places alone, so that their elections are its daily work. */
export function isLocal(user: { role: Role }): boolean {
  return isBoundToPlaces(user.role)
}

/** Leaves out the elections beyond the user's reach, in queries on the table `elections`. */
export function inReachOf(db: Db, user: SignedIn) {
  return (query: Knex.QueryBuilder): void => {
    if (!isLocal(user)) return
    const areas = db('area_bodies').whereIn('body_id', user.places).select('area_id')
    void query.whereIn('elections.area_id', areas)
  }
}

/** True when the place has staff of its own with an account. */
export async function hasLocals(db: Db, election: Pick<ElectionRow, 'area_id'>): Promise<boolean> {
  const account = await db('accounts')
    .join('account_places', 'account_places.account_id', 'accounts.id')
    .join('area_bodies', 'area_bodies.body_id', 'account_places.body_id')
    .where('area_bodies.area_id', election.area_id)
    .whereNull('accounts.closed_on')
    .first<{ id: AccountId } | undefined>('accounts.id')
  return account !== undefined
}

export function maySitOnBoard(
  account: { role: Role; places: readonly BodyId[] },
  bodyIds: readonly BodyId[],
) {
  if (!allows(account.role, 'elections.certify')) return false
  return !isLocal(account) || account.places.some((place) => bodyIds.includes(place))
}
