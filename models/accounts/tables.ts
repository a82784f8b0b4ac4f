import type { Instant, IsoDate } from '../core/dates.ts'
import type { AccountId, BodyId, PersonId } from '../core/ids.ts'

export type Role = 'secretary' | 'polling_officer' | 'chair' | 'member' | 'auditor' | 'administrator'

export interface AccountRow {
  id: AccountId
  name: string
  email: string
  /** At work, for colleagues. */
  phone: string | null
  password_hash: string | null
  password_version: number
  role: Role
  person_id: PersonId | null
  made_on: IsoDate
  closed_on: IsoDate | null
  /** Whether the owner gets mails about what waits. */
  reminded: 0 | 1
}

export interface AccountPlaceRow {
  account_id: AccountId
  body_id: BodyId
}

export interface SignInLinkRow {
  token_hash: string
  purpose: 'first_account' | 'password'
  account_id: AccountId | null
  expires_at: Instant
  used_at: Instant | null
}

export interface SessionRow {
  sid: string
  sess: string
  expired: string
}

declare module 'knex/types/tables.js' {
  interface Tables {
    accounts: AccountRow
    account_places: AccountPlaceRow
    sign_in_links: SignInLinkRow
    sessions: SessionRow
  }
}
