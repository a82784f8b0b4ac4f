import type { AccountRow } from '../accounts/tables.ts'
import { act, type By } from '../core/audit.ts'
import { addMonths, type IsoDate } from '../core/dates.ts'
import type { Db, Trx } from '../core/db.ts'
import type { AccountId, PersonId } from '../core/ids.ts'
import { Conflict } from '../core/errors.ts'
import type { Retention } from '../rules/privacy/retention.ts'

/** No mail goes there (RFC 2606), and no two are alike. */
const NO_ADDRESS = '@slettet.invalid'

/** Whether neither address nor telephone is left. */
export function contactIsErased({ email, phone }: Pick<AccountRow, 'email' | 'phone'>): boolean {
  return email.endsWith(NO_ADDRESS) && phone === null
}

/** Returns how many accounts. The name stays: the log and certified results say what was done in it. */
export async function eraseAccounts(
  trx: Trx,
  which: { person_id: PersonId } | { id: AccountId },
): Promise<number> {
  const closed = await trx('accounts').where(which).whereNotNull('closed_on').select('id', 'email', 'phone')
  const left = closed.filter((account) => !contactIsErased(account))
  for (const { id } of left)
    await trx('accounts')
      .where({ id })
      .update({ email: `konto-${id}${NO_ADDRESS}`, phone: null, password_hash: null })
  const ids = left.map(({ id }) => id)
  await trx('sign_in_links').whereIn('account_id', ids).delete()
  await trx('reminders').whereIn('account_id', ids).delete()
  return left.length
}

/** Closed accounts that still have an address, with the day from which it goes. */
export async function listDueAccounts(
  db: Db,
  { accountMonths }: Pick<Retention, 'accountMonths'>,
): Promise<{ id: AccountId; from: IsoDate }[]> {
  const closed = await db('accounts').whereNotNull('closed_on').orderBy('closed_on').orderBy('id')
  return closed.flatMap(({ id, email, phone, closed_on }) =>
    closed_on === null || contactIsErased({ email, phone })
      ? []
      : [{ id, from: addMonths(closed_on, accountMonths) }],
  )
}

/** Throws Conflict when another process was first. */
export async function eraseAccount(db: Db, by: By, id: AccountId): Promise<number> {
  return act(db, by, async (trx) => {
    const erased = await eraseAccounts(trx, { id })
    if (erased === 0) throw new Conflict('erased_already')
    return { action: 'account.erased', subject: `account:${id}`, details: { erased }, result: erased }
  })
}
