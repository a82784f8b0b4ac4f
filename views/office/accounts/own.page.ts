import type { SignedIn } from '../../../models/accounts/accounts.ts'
import type { AccountRow } from '../../../models/accounts/tables.ts'
import { SHORTEST_PASSWORD } from '../../../models/accounts/passwords.ts'
import type { Body } from '../../../models/bodies/bodies.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export interface OwnPage {
  name: string
  email: string
  phone: string | null
  role: string
  places: string[]
  /** null when the account is of no person in the register. */
  insightHref: string | null
  action: string
  /** Where the owner changes it. */
  phoneHref: string
  reminded: boolean
  remindersHref: string
  shortestPassword: number
}

export function ownPage(
  { t }: Reader,
  user: Pick<SignedIn, 'role' | 'places' | 'personId'>,
  { name, email, phone, reminded }: Pick<AccountRow, 'name' | 'email' | 'phone' | 'reminded'>,
  bodies: readonly Body[],
): OwnPage {
  const { role, places, personId } = user
  return {
    name,
    email,
    phone,
    role: t(`roles.${role}`),
    places: bodies.filter((body) => places.includes(body.id)).map((body) => body.name),
    insightHref: personId === null ? null : paths.insight(personId),
    action: paths.ownAccount,
    phoneHref: paths.ownPhone,
    reminded: reminded === 1,
    remindersHref: paths.ownReminders,
    shortestPassword: SHORTEST_PASSWORD,
  }
}
