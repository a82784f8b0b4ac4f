import type { IsoDate } from '../core/dates.ts'
import type { AccountId } from '../core/ids.ts'

export interface ReminderRow {
  account_id: AccountId
  /** The tasks that the owner has been told of: a `taskKey` on each line. */
  told: string
  sent_on: IsoDate
  /** `address`: the mail server does not know the address. `unknown`: sent, perhaps. */
  outcome: 'sending' | 'sent' | 'address' | 'unknown'
}

declare module 'knex/types/tables.js' {
  interface Tables {
    reminders: ReminderRow
  }
}
