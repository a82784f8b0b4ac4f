/** The pages of accounts that the office builds. */

export { accountPage } from './account.page.ts'
export { accountsPage } from './accounts.page.ts'
export { closingPage } from './closing.page.ts'
export { linkPage } from './link.page.ts'
export { newPage, type NewPage } from './new.page.ts'
export { ownPage } from './own.page.ts'
export { ownPhonePage } from './own_phone.page.ts'
