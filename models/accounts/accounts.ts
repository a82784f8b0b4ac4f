import { act, type By } from '../core/audit.ts'
import { canonicalJson, sha256 } from '../core/canonical.ts'
import { isTaken, type Db, type Trx } from '../core/db.ts'
import { type AccountId, type BodyId, NO_ID, type PersonId } from '../core/ids.ts'
import { Conflict, NotFound, Refused } from '../core/errors.ts'
import { insertOne } from '../core/insert.ts'
import type { AccountRow, Role } from './tables.ts'
import { findPerson } from '../people/find_person.ts'

export interface SignedIn {
  id: AccountId
  name: string
  role: Role
  personId: PersonId | null
  /** The bodies where a polling officer runs elections. */
  places: BodyId[]
}

/** Returns undefined when the account is closed, or when the session is older than the present password. */
export async function findSignedIn(
  db: Db,
  id: AccountId,
  passwordVersion?: number,
): Promise<SignedIn | undefined> {
  const account = await db('accounts').where({ id }).whereNull('closed_on').first()
  if (!account) return undefined
  if (passwordVersion !== undefined && passwordVersion !== account.password_version) return undefined
  const places = await db('account_places').where({ account_id: id }).orderBy('body_id').pluck('body_id')
  return { id, name: account.name, role: account.role, personId: account.person_id, places }
}

/** Addresses compare without regard to case or surrounding space. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase()
}

export async function hasAccounts(db: Db): Promise<boolean> {
  return (await db('accounts').first('id')) !== undefined
}

export interface AccountForm {
  name: string
  email: string
  /** At work. */
  phone: string | null
  role: Role
  /** The owner's person in the register, so that a candidate can neither count nor certify. */
  personId: PersonId | null
  places: BodyId[]
}

/** The account has no password: `renewLink` gives its owner a link to choose one. */
export async function inviteAccount(db: Db, by: By, form: AccountForm): Promise<{ id: AccountId }> {
  return act(db, by, async (trx) => {
    await checkForm(trx, form)
    await refuseSecondAccount(trx, form.personId)
    const { name, email, phone, role, personId } = form
    const account = { name, email, phone, role, person_id: personId, password_hash: null }
    const id = await insertAccount(trx, by, account)
    await setPlaces(trx, id, form)
    return { action: 'account.invited', subject: `account:${id}`, details: { role }, result: { id } }
  })
}

/** Refuses an address that is taken, also by a closed account. */
export async function insertAccount(
  trx: Trx,
  by: By,
  account: Pick<AccountRow, 'name' | 'email' | 'phone' | 'role' | 'person_id' | 'password_hash'>,
): Promise<AccountId> {
  const row = { ...account, email: normalEmail(account.email), password_version: 0 }
  try {
    return await insertOne(trx, 'accounts', { ...row, reminded: 1, made_on: by.clock.today() })
  } catch (error) {
    if (isTaken(error)) throw new Refused('email_taken', {}, 'email')
    throw error
  }
}

/** Throws NotFound for values that no page offers. */
async function checkForm(trx: Trx, form: AccountForm): Promise<void> {
  if (form.role === 'polling_officer' && form.places.length === 0)
    throw new Refused('places_missing', {}, 'places')
  const places = [...new Set(form.places)]
  const known = await trx('bodies').whereIn('id', places).where({ kind: 'place' }).pluck('id')
  if (known.length !== places.length) throw new NotFound('place')
  if (form.personId !== null && !(await findPerson(trx, form.personId)))
    throw new NotFound(`person ${form.personId}`)
}

/** Two people count and two certify: no person is two of them by having two accounts. */
async function refuseSecondAccount(
  trx: Trx,
  personId: PersonId | null,
  but: AccountId = NO_ID,
): Promise<void> {
  if (personId === null) return
  const other = await trx('accounts')
    .where({ person_id: personId })
    .whereNull('closed_on')
    .whereNot({ id: but })
    .first('name')
  if (other) throw new Refused('person_has_account', { name: other.name }, 'person_id')
}

async function setPlaces(trx: Trx, id: AccountId, form: AccountForm): Promise<void> {
  await trx('account_places').where({ account_id: id }).delete()
  const places = form.role === 'polling_officer' ? [...new Set(form.places)] : []
  if (places.length > 0)
    await trx('account_places').insert(places.map((body_id) => ({ account_id: id, body_id })))
}

/** `seen` is the `versionOf` the account on the page. The last open administrator keeps that role. */
export async function changeAccount(
  db: Db,
  by: By,
  id: AccountId,
  form: AccountForm & { seen: string },
): Promise<{ id: AccountId }> {
  return act(db, by, async (trx) => {
    const account = await getAccount(trx, id)
    if (versionOf(account) !== form.seen) throw new Conflict('account_changed')
    if (account.closed_on !== null) throw new Conflict('account_closed')
    await checkForm(trx, form)
    await refuseSecondAccount(trx, form.personId, id)
    if (account.role === 'administrator' && form.role !== 'administrator')
      await refuseLastAdministrator(trx, id)
    const email = normalEmail(form.email)
    if (await trx('accounts').where({ email }).whereNot({ id }).first('id'))
      throw new Refused('email_taken', {}, 'email')
    const { name, phone, role, personId } = form
    await trx('accounts').where({ id }).update({ name, role, person_id: personId, email, phone })
    await setPlaces(trx, id, form)
    const details = { role, person: personId, places: form.places }
    return { action: 'account.changed', subject: `account:${id}`, details, result: { id } }
  })
}

/** A signed-in owner is out at the next click. */
export async function closeAccount(db: Db, by: By, id: AccountId): Promise<{ id: AccountId }> {
  return act(db, by, async (trx) => {
    const account = await getAccount(trx, id)
    if (account.closed_on !== null) throw new Conflict('account_closed')
    if (account.role === 'administrator') await refuseLastAdministrator(trx, id)
    await trx('accounts').where({ id }).update({ closed_on: by.clock.today() })
    return { action: 'account.closed', subject: `account:${id}`, details: {}, result: { id } }
  })
}

/** The old password is gone with its sessions: the owner needs a new link. */
export async function reopenAccount(db: Db, by: By, id: AccountId): Promise<{ id: AccountId }> {
  return act(db, by, async (trx) => {
    const account = await getAccount(trx, id)
    if (account.closed_on === null) throw new Conflict('account_open')
    await refuseSecondAccount(trx, account.person_id, id)
    const password_version = account.password_version + 1
    await trx('accounts').where({ id }).update({ closed_on: null, password_hash: null, password_version })
    return { action: 'account.reopened', subject: `account:${id}`, details: {}, result: { id } }
  })
}

async function refuseLastAdministrator(trx: Trx, id: AccountId): Promise<void> {
  const other = await trx('accounts')
    .where({ role: 'administrator' })
    .whereNull('closed_on')
    .whereNot({ id })
    .first('id')
  if (!other) throw new Refused('last_administrator', {}, 'role')
}

export interface AccountWithPlaces extends AccountRow {
  places: BodyId[]
}

export async function getAccount(db: Db, id: AccountId): Promise<AccountWithPlaces> {
  const account = await db('accounts').where({ id }).first()
  if (!account) throw new NotFound(`account ${id}`)
  const places = await db('account_places').where({ account_id: id }).orderBy('body_id').pluck('body_id')
  return { ...account, places }
}

/** Stands for an account as a page showed it: another version means a change since. */
export function versionOf(account: AccountWithPlaces): string {
  const { name, email, phone, role, person_id, places, closed_on } = account
  return sha256(canonicalJson({ name, email, phone, role, person_id, places, closed_on })).slice(0, 16)
}

/** The accounts come in the order of the Danish alphabet, the closed ones last. */
export async function listAccounts(db: Db): Promise<AccountWithPlaces[]> {
  const accounts = await db('accounts')
  const places = await db('account_places').orderBy('body_id')
  const { compare } = new Intl.Collator('da')
  const closed = ({ closed_on }: AccountRow) => Number(closed_on !== null)
  return accounts
    .map((account) => ({
      ...account,
      places: places.filter((place) => place.account_id === account.id).map((place) => place.body_id),
    }))
    .sort((a, b) => closed(a) - closed(b) || compare(a.name, b.name) || a.id - b.id)
}
