import type { AccountPage } from './account.page.ts'
import type { NewPage } from './new.page.ts'

export interface FieldsPart {
  page: NewPage
  options: { account?: AccountPage['account'] }
}
