import { paths } from '../../paths.ts'
import type { AccountId } from '../../../models/core/ids.ts'

export interface ClosingPage {
  name: string
  action: string
  accountHref: string
}

export function closingPage({ id, name }: { id: AccountId; name: string }): ClosingPage {
  return { name, action: paths.accountClosing(id), accountHref: paths.account(id) }
}
