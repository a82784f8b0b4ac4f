import { act, type By } from '../core/audit.ts'
import type { Db } from '../core/db.ts'
import { Conflict } from '../core/errors.ts'
import type { AccountId } from '../core/ids.ts'

/** By the owner. The number is in no log, where it could not be erased. */
export async function changePhone(
  db: Db,
  by: By,
  id: AccountId,
  phone: string | null,
): Promise<{ id: AccountId }> {
  return act(db, by, async (trx) => {
    const changed = await trx('accounts').where({ id }).whereNull('closed_on').update({ phone })
    if (changed !== 1) throw new Conflict('account_closed')
    return { action: 'account.phone_changed', subject: `account:${id}`, details: {}, result: { id } }
  })
}

/** By the owner: whether mails come about what waits for them. */
export async function changeReminding(
  db: Db,
  by: By,
  id: AccountId,
  wanted: boolean,
): Promise<{ id: AccountId }> {
  return act(db, by, async (trx) => {
    const reminded = wanted ? 1 : 0
    const changed = await trx('accounts').where({ id }).whereNull('closed_on').update({ reminded })
    if (changed !== 1) throw new Conflict('account_closed')
    const details = { wanted }
    return { action: 'account.reminding_changed', subject: `account:${id}`, details, result: { id } }
  })
}
