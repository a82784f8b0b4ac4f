import type { AccountPage } from './account.page.ts'
import type { NewPage } from './new.page.ts'

/** The fields of an account, with what is stored of one that is there. */
export interface FieldsPart {
  page: NewPage
  options: { account?: AccountPage['account'] }
}
