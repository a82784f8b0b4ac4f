import { act, type By } from '../audit.ts'
import type { Db, Trx } from '../db.ts'
import { isTaken } from '../db.ts'
import { Conflict, NotFound, Refused } from '../errors.ts'
import type { AccountRow, Role } from '../tables.ts'
import { issueLink, useLink } from './links.ts'
import { hashPassword, passwordFits } from './passwords.ts'

export const ROLES: readonly Role[] = [
  'secretary',
  'polling_officer',
  'chair',
  'member',
  'auditor',
  'administrator',
]

/** Who is signed in, as every other part of the program sees them. */
export interface SignedIn {
  id: number
  name: string
  role: Role
  personId: number | null
  /** The places (bodies) where a polling officer runs elections. */
  places: number[]
}

/** Loads whoever a session or a sign-in names; undefined once the account is closed. */
export async function findSignedIn(db: Db, id: number): Promise<SignedIn | undefined> {
  const account = await db('accounts').where({ id }).whereNull('closed_on').first()
  if (!account) return undefined
  const places = await db('account_places').where({ account_id: id }).orderBy('body_id').pluck('body_id')
  return { id, name: account.name, role: account.role, personId: account.person_id, places }
}

/** The open account with this address and password, or undefined without telling which of the two was wrong. */
export async function signIn(db: Db, email: string, password: string): Promise<SignedIn | undefined> {
  const account = await db('accounts')
    .where({ email: normalEmail(email) })
    .whereNull('closed_on')
    .first()
  const fits = await passwordFits(account?.password_hash, password)
  return fits && account ? findSignedIn(db, account.id) : undefined
}

/** Addresses are compared without regard to case or surrounding space. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase()
}

export async function hasAccounts(db: Db): Promise<boolean> {
  return (await db('accounts').first('id')) !== undefined
}

/** Makes the first account, an administrator, from the link that the first start printed. Works once. */
export async function makeFirstAccount(
  db: Db,
  by: By,
  account: { token: string; name: string; email: string; password: string },
): Promise<{ id: number }> {
  const password_hash = await hashPassword(account.password)
  return act(db, { ...by, name: account.name }, async (trx) => {
    await useLink(trx, account.token, 'first_account', by.clock)
    if (await hasAccounts(trx)) throw new Conflict('link_used')
    const id = await insertAccount(trx, by, {
      ...account,
      role: 'administrator',
      person_id: null,
      password_hash,
    })
    return {
      action: 'account.first_made',
      subject: `account:${id}`,
      details: { role: 'administrator' },
      result: { id },
    }
  })
}

export interface AccountForm {
  name: string
  email: string
  role: Role
  personId: number | null
  places: number[]
}

/** Makes an account without a password; `renewLink` gives its owner a link to choose one. */
export async function inviteAccount(db: Db, by: By, form: AccountForm): Promise<{ id: number }> {
  if (form.role === 'polling_officer' && form.places.length === 0)
    throw new Refused('places_missing', {}, 'places')
  return act(db, by, async (trx) => {
    const { name, email, role, personId } = form
    const id = await insertAccount(trx, by, { name, email, role, person_id: personId, password_hash: null })
    await setPlaces(trx, id, form)
    return { action: 'account.invited', subject: `account:${id}`, details: { role }, result: { id } }
  })
}

async function insertAccount(
  trx: Trx,
  by: By,
  account: {
    name: string
    email: string
    role: Role
    person_id: number | null
    password_hash: string | null
  },
): Promise<number> {
  const { name, email, role, person_id, password_hash } = account
  const row = { name, email: normalEmail(email), role, person_id, password_hash, made_on: by.clock.today() }
  try {
    const [made] = await trx('accounts').insert(row).returning('id')
    return (made as { id: number }).id
  } catch (error) {
    if (isTaken(error)) throw new Refused('email_taken', {}, 'email')
    throw error
  }
}

async function setPlaces(trx: Trx, id: number, form: AccountForm): Promise<void> {
  await trx('account_places').where({ account_id: id }).delete()
  const places = form.role === 'polling_officer' ? form.places : []
  if (places.length > 0)
    await trx('account_places').insert(places.map((body_id) => ({ account_id: id, body_id })))
}

/** Changes name, role, places or the person behind an account. The last open administrator keeps that role. */
export async function changeAccount(db: Db, by: By, id: number, form: AccountForm): Promise<{ id: number }> {
  if (form.role === 'polling_officer' && form.places.length === 0)
    throw new Refused('places_missing', {}, 'places')
  return act(db, by, async (trx) => {
    const account = await getAccount(trx, id)
    if (account.role === 'administrator' && form.role !== 'administrator')
      await refuseLastAdministrator(trx, id)
    const taken = await trx('accounts')
      .where({ email: normalEmail(form.email) })
      .whereNot({ id })
      .first('id')
    if (taken) throw new Refused('email_taken', {}, 'email')
    const { name, role, personId } = form
    await trx('accounts')
      .where({ id })
      .update({ name, role, person_id: personId, email: normalEmail(form.email) })
    await setPlaces(trx, id, form)
    return { action: 'account.changed', subject: `account:${id}`, details: { role }, result: { id } }
  })
}

/** Closes an account from today: nobody can sign in with it, and whoever is signed in is out at the next click. */
export async function closeAccount(db: Db, by: By, id: number): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    const account = await getAccount(trx, id)
    if (account.closed_on !== null) throw new Conflict('account_closed')
    if (account.role === 'administrator') await refuseLastAdministrator(trx, id)
    await trx('accounts').where({ id }).update({ closed_on: by.clock.today() })
    return { action: 'account.closed', subject: `account:${id}`, details: {}, result: { id } }
  })
}

async function refuseLastAdministrator(trx: Trx, id: number): Promise<void> {
  const other = await trx('accounts')
    .where({ role: 'administrator' })
    .whereNull('closed_on')
    .whereNot({ id })
    .first('id')
  if (!other) throw new Refused('last_administrator', {}, 'role')
}

/**
 * A one-time link's token, with which the account's owner chooses a password. Shown once and kept nowhere, so it is
 * no part of the act's result, and a second click makes a new one.
 */
export async function renewLink(db: Db, by: By, id: number): Promise<string> {
  let token = ''
  await act(db, { ...by, once: undefined }, async (trx) => {
    const account = await getAccount(trx, id)
    if (account.closed_on !== null) throw new Conflict('account_closed')
    token = await issueLink(trx, 'password', by.clock, id)
    return { action: 'account.link_made', subject: `account:${id}`, details: {}, result: { id } }
  })
  return token
}

/** Sets the password of the account that the one-time link was made for. */
export async function choosePassword(
  db: Db,
  by: By,
  token: string,
  password: string,
): Promise<{ id: number }> {
  const password_hash = await hashPassword(password)
  return act(db, by, async (trx) => {
    const { account_id: id } = await useLink(trx, token, 'password', by.clock)
    if (id === null) throw new NotFound('account')
    const account = await getAccount(trx, id)
    if (account.closed_on !== null) throw new Refused('account_closed')
    await trx('accounts').where({ id }).update({ password_hash })
    return { action: 'account.password_set', subject: `account:${id}`, details: {}, result: { id } }
  })
}

export async function getAccount(db: Db, id: number): Promise<AccountRow> {
  const account = await db('accounts').where({ id }).first()
  if (!account) throw new NotFound(`account ${id}`)
  return account
}

export interface ListedAccount extends AccountRow {
  places: number[]
}

/** Every account by name, the closed ones last, with the places of each. */
export async function listAccounts(db: Db): Promise<ListedAccount[]> {
  const accounts = await db('accounts').orderByRaw('closed_on is not null').orderBy('name')
  const places = await db('account_places').orderBy('body_id')
  return accounts.map((account) => ({
    ...account,
    places: places.filter((place) => place.account_id === account.id).map((place) => place.body_id),
  }))
}
