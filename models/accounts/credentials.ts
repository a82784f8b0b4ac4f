import { act, type By } from '../core/audit.ts'
import type { Clock } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { type AccountId, NO_ID } from '../core/ids.ts'
import { Conflict, NotFound, Refused } from '../core/errors.ts'
import type { AccountRow } from './tables.ts'
import {
  findSignedIn,
  getAccount,
  hasAccounts,
  insertAccount,
  normalEmail,
  type SignedIn,
} from './accounts.ts'
import { findLink, issueLink, useLink } from './links.ts'
import { hashPassword, passwordFits } from './passwords.ts'

/** Returns undefined without telling whether the address or the password was wrong. */
export async function signIn(db: Db, email: string, password: string): Promise<SignedIn | undefined> {
  const account = await db('accounts')
    .where({ email: normalEmail(email) })
    .whereNull('closed_on')
    .first()
  const fits = await passwordFits(account?.password_hash, password)
  return fits && account ? findSignedIn(db, account.id) : undefined
}

/** A session carries the version along, so that a new password ends all the others. */
export async function passwordVersionOf(db: Db, id: AccountId): Promise<number> {
  return (await getAccount(db, id)).password_version
}

/** The link opens the first account only while there is no account. */
export async function opensFirstAccount(db: Db, token: string, clock: Clock): Promise<boolean> {
  return !(await hasAccounts(db)) && (await findLink(db, token, 'first_account', clock)) !== undefined
}

/** The first account is an administrator. The link comes from the first start and works once. */
export async function makeFirstAccount(
  db: Db,
  by: By,
  account: { token: string; name: string; email: string; password: string },
): Promise<{ id: AccountId }> {
  const password_hash = await hashPassword(account.password)
  const { name, email } = account
  return act(db, { ...by, name }, async (trx) => {
    await useLink(trx, account.token, 'first_account', by.clock)
    if (await hasAccounts(trx)) throw new Conflict('link_used')
    const role = 'administrator'
    const id = await insertAccount(trx, by, {
      name,
      email,
      phone: null,
      role,
      person_id: null,
      password_hash,
    })
    return { action: 'account.first_made', subject: `account:${id}`, details: { role }, result: { id } }
  })
}

/** The token is shown once and stored nowhere, so it is no part of the result, and a second click makes a new one. */
export async function renewLink(db: Db, by: By, id: AccountId): Promise<string> {
  let token = ''
  await act(db, { ...by, once: undefined }, async (trx) => {
    const account = await getAccount(trx, id)
    if (account.closed_on !== null) throw new Conflict('account_closed')
    token = await issueLink(trx, 'password', by.clock, id)
    return { action: 'account.link_made', subject: `account:${id}`, details: {}, result: { id } }
  })
  return token
}

/** Returns undefined when the link can no longer be used, or the account is closed. */
export async function findLinkOwner(db: Db, token: string, clock: Clock): Promise<AccountRow | undefined> {
  const link = await findLink(db, token, 'password', clock)
  return db('accounts')
    .where({ id: link?.account_id ?? NO_ID })
    .whereNull('closed_on')
    .first()
}

/** The new password ends all sessions of the account. */
export async function choosePassword(
  db: Db,
  by: By,
  token: string,
  password: string,
): Promise<{ id: AccountId }> {
  const password_hash = await hashPassword(password)
  return act(db, by, async (trx) => {
    const { account_id: id } = await useLink(trx, token, 'password', by.clock)
    if (id === null) throw new NotFound('account')
    const account = await getAccount(trx, id)
    if (account.closed_on !== null) throw new Refused('account_closed')
    const password_version = account.password_version + 1
    await trx('accounts').where({ id }).update({ password_hash, password_version })
    return { action: 'account.password_set', subject: `account:${id}`, details: {}, result: { id } }
  })
}

/** The owner must give the present password. The new one ends all sessions of the account. */
export async function changePassword(
  db: Db,
  by: By,
  id: AccountId,
  form: { current: string; password: string },
): Promise<{ id: AccountId }> {
  // The slow parts come before the act, since all acts stand in line.
  const seen = await getAccount(db, id)
  if (!(await passwordFits(seen.password_hash, form.current)))
    throw new Refused('wrong_password', {}, 'current_password')
  const password_hash = await hashPassword(form.password)
  return act(db, by, async (trx) => {
    const { password_version } = seen
    const changed = await trx('accounts')
      .where({ id, password_version })
      .whereNull('closed_on')
      .update({ password_hash, password_version: password_version + 1 })
    if (changed !== 1) throw new Conflict('account_changed')
    return { action: 'account.password_set', subject: `account:${id}`, details: {}, result: { id } }
  })
}
