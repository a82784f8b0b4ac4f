import type { Instant, IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { PersonId } from '../../core/ids.ts'
import { bodyNamer } from '../../bodies/names.ts'
import type { AccountRow, SignInLinkRow } from '../../accounts/tables.ts'

/** Never the password's hash, only whether there is a password. */
export interface InsightAccount extends Pick<
  AccountRow,
  'id' | 'name' | 'email' | 'phone' | 'role' | 'made_on' | 'closed_on' | 'reminded'
> {
  hasPassword: boolean
  places: string[]
  /** The day of the last mail about what waits; null when there has been none. */
  remindedOn: IsoDate | null
  links: { purpose: SignInLinkRow['purpose']; expires_at: Instant; used_at: Instant | null }[]
}

/** Closed accounts too. */
export async function listAccountsOf(db: Db, personId: PersonId, today: IsoDate): Promise<InsightAccount[]> {
  const accounts = await db('accounts').where({ person_id: personId }).orderBy('id')
  const ids = accounts.map(({ id }) => id)
  const places = await db('account_places').whereIn('account_id', ids).orderBy('body_id')
  const links = await db('sign_in_links').whereIn('account_id', ids).orderBy('expires_at')
  const reminders = await db('reminders').whereIn('account_id', ids)
  const nameOf = await bodyNamer(db)
  return accounts.map(({ id, name, email, phone, role, made_on, closed_on, reminded, password_hash }) => ({
    ...{ id, name, email, phone, role, made_on, closed_on, reminded, hasPassword: password_hash !== null },
    remindedOn: reminders.find((one) => one.account_id === id)?.sent_on ?? null,
    places: places.filter((one) => one.account_id === id).map(({ body_id }) => nameOf(body_id, today)),
    links: links
      .filter((one) => one.account_id === id)
      .map(({ purpose, expires_at, used_at }) => ({ purpose, expires_at, used_at })),
  }))
}
