/** What the routes use of accounts, links and permissions. */

export {
  type AccountForm,
  changeAccount,
  closeAccount,
  findSignedIn,
  getAccount,
  inviteAccount,
  listAccounts,
  reopenAccount,
  type SignedIn,
  versionOf,
} from './accounts.ts'
export {
  changePassword,
  choosePassword,
  findLinkOwner,
  makeFirstAccount,
  opensFirstAccount,
  passwordVersionOf,
  renewLink,
  signIn,
} from './credentials.ts'
export { LINK_DAYS } from './links.ts'
export { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './passwords.ts'
export { changePhone, changeReminding } from './own.ts'
export { allows, canOf, ROLES } from './permissions.ts'
export { isSessionOf, sealSession, type SessionUser } from './sessions.ts'
