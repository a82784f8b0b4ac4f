import type { Request } from 'express'
import {
  getAccount,
  listAccounts,
  ROLES,
  versionOf,
  type AccountWithPlaces,
} from '../../../models/accounts/accounts.ts'
import { listPeople } from '../../../models/council/people_with_seats.ts'
import { listBodies } from '../../../models/bodies/bodies.ts'
import { paths } from '../../../views/paths.ts'

export type AccountState = 'open' | 'no_password' | 'closed'

/** office/accounts/accounts: the open ones first. */
export interface AccountsPage {
  newHref: string
  accounts: {
    name: string
    href: string
    email: string
    role: string
    places: string[]
    state: AccountState
  }[]
}

export async function accountsPage(req: Request): Promise<AccountsPage> {
  const places = await placeOptions(req)
  const nameOf = (id: number) => places.find((place) => place.value === id)?.text ?? ''
  const accounts = (await listAccounts(req.db)).map((account) => ({
    name: account.name,
    href: paths.account(account.id),
    email: account.email,
    role: req.t(`roles.${account.role}`),
    places: account.places.map(nameOf),
    state: stateOf(account),
  }))
  return { newHref: paths.newAccount, accounts }
}

interface Option {
  value: number
  text: string
}

/** office/accounts/new and the form of office/accounts/account. */
export interface AccountFormPage {
  roles: { value: string; text: string; hint: string }[]
  places: Option[]
  people: Option[]
}

export async function accountFormPage(req: Request): Promise<AccountFormPage> {
  const people = await listPeople(req.db, req.clock.today())
  return {
    roles: ROLES.map((value) => ({
      value,
      text: req.t(`roles.${value}`),
      hint: req.t(`accounts.role_hint.${value}`),
    })),
    places: await placeOptions(req),
    people: people.map(({ id, name, seat }) => ({
      value: id,
      text: seat ? `${name} (${seat.label})` : name,
    })),
  }
}

/** office/accounts/account. */
export interface AccountPage extends AccountFormPage {
  account: Pick<AccountWithPlaces, 'name' | 'email' | 'role' | 'places' | 'made_on' | 'closed_on'> & {
    personId: number | ''
  }
  state: AccountState
  /** What the page was made from, so that two administrators do not overwrite each other. */
  seen: string
  action: string
  linkAction: string
  closingHref: string
  reopeningAction: string
}

export async function accountPage(req: Request, id: number): Promise<AccountPage> {
  const account = await getAccount(req.db, id)
  return {
    ...(await accountFormPage(req)),
    account: { ...account, personId: account.person_id ?? '' },
    state: stateOf(account),
    seen: versionOf(account),
    action: paths.account(id),
    linkAction: paths.accountLink(id),
    closingHref: paths.accountClosing(id),
    reopeningAction: paths.accountReopening(id),
  }
}

function stateOf(account: AccountWithPlaces): AccountState {
  if (account.closed_on !== null) return 'closed'
  return account.password_hash === null ? 'no_password' : 'open'
}

async function placeOptions(req: Request): Promise<Option[]> {
  const bodies = await listBodies(req.db, req.clock.today())
  return bodies.filter(({ kind }) => kind === 'place').map(({ id, name }) => ({ value: id, text: name }))
}
