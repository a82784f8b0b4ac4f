import { addDays, type IsoDate } from '../../../models/core/dates.ts'
import type { AccountId } from '../../../models/core/ids.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

/** The only page on which a one-time link is seen. */
export interface LinkPage {
  name: string
  link: string
  last_day: IsoDate
  accountHref: string
}

/** `days` is how long the link works. */
export function linkPage(
  { today }: Reader,
  account: { id: AccountId; name: string },
  link: string,
  days: number,
): LinkPage {
  return { name: account.name, link, last_day: addDays(today, days), accountHref: paths.account(account.id) }
}
