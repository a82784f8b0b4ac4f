import type { AccountRow } from '../../../models/accounts/tables.ts'
import { formatDate } from '../../../models/core/dates.ts'
import type { ReminderRow } from '../../../models/front/tables.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export interface OwnRemindersPage {
  email: string
  wanted: boolean
  /** Why no mail comes now, or how the last one went; empty when there is nothing to say. */
  state: string
  sheetsHref: string | null
  action: string
  backHref: string
}

export function ownRemindersPage(
  { t, lang, can }: Pick<Reader, 't' | 'lang' | 'can'>,
  { email, reminded }: Pick<AccountRow, 'email' | 'reminded'>,
  { sends, last }: { sends: boolean; last: ReminderRow | undefined },
): OwnRemindersPage {
  const outcome = last && t(`reminders.outcome.${last.outcome}`, { date: formatDate(last.sent_on, lang) })
  return {
    email,
    wanted: reminded === 1,
    state: sends ? (outcome ?? '') : t('reminders.no_server'),
    sheetsHref: can['elections.run'] ? paths.placeSheets : null,
    action: paths.ownReminders,
    backHref: paths.ownAccount,
  }
}
