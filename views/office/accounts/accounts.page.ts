import type { AccountWithPlaces } from '../../../models/accounts/accounts.ts'
import type { Body } from '../../../models/bodies/bodies.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { isPlace } from '../../../models/rules/core/by_kind.ts'
import type { BodyId } from '../../../models/core/ids.ts'

export type AccountState = 'open' | 'no_password' | 'closed'

const TAGS = { open: 'success', no_password: 'warning', closed: 'plain' } as const

export interface AccountsPage {
  newHref: string
  accounts: {
    name: string
    href: string
    email: string
    role: string
    places: string[]
    state: AccountState
    tag: 'success' | 'warning' | 'plain'
  }[]
}

/** The open accounts first. */
export function accountsPage(
  { t }: Reader,
  accounts: readonly AccountWithPlaces[],
  bodies: readonly Body[],
): AccountsPage {
  const nameOf = (id: BodyId) => bodies.find((body) => body.id === id && isPlace(body))?.name ?? ''
  return {
    newHref: paths.newAccount,
    accounts: accounts.map((account) => ({
      name: account.name,
      href: paths.account(account.id),
      email: account.email,
      role: t(`roles.${account.role}`),
      places: account.places.map(nameOf),
      state: accountState(account),
      tag: TAGS[accountState(account)],
    })),
  }
}

export function accountState(account: AccountWithPlaces): AccountState {
  if (account.closed_on !== null) return 'closed'
  return account.password_hash === null ? 'no_password' : 'open'
}
