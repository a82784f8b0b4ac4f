import type { AccountWithPlaces } from '../../../models/accounts/accounts.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { accountState, type AccountState } from './accounts.page.ts'
import type { NewPage } from './new.page.ts'
import type { PersonId } from '../../../models/core/ids.ts'

export interface AccountPage extends NewPage {
  account: Pick<
    AccountWithPlaces,
    'name' | 'email' | 'phone' | 'role' | 'places' | 'made_on' | 'closed_on'
  > & {
    personId: PersonId | ''
  }
  roleName: string
  state: AccountState
  /** What the page was made from, so that two administrators do not overwrite each other. */
  seen: string
  action: string
  linkAction: string
  closingHref: string
  reopeningAction: string
}

export function accountPage(
  { t }: Reader,
  choices: NewPage,
  account: AccountWithPlaces,
  seen: string,
): AccountPage {
  const { id, person_id } = account
  return {
    ...choices,
    account: { ...account, personId: person_id ?? '' },
    roleName: t(`roles.${account.role}`),
    state: accountState(account),
    seen,
    action: paths.account(id),
    linkAction: paths.accountLink(id),
    closingHref: paths.accountClosing(id),
    reopeningAction: paths.accountReopening(id),
  }
}
