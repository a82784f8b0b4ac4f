import type { SignedIn } from '../../../models/accounts/accounts.ts'
import { SHORTEST_PASSWORD } from '../../../models/accounts/passwords.ts'
import type { Body } from '../../../models/bodies/bodies.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export interface OwnPage {
  name: string
  email: string
  role: string
  places: string[]
  /** null when the account is of no person in the register. */
  insightHref: string | null
  action: string
  shortestPassword: number
}

export function ownPage(
  { t }: Reader,
  user: Pick<SignedIn, 'role' | 'places' | 'personId'>,
  { name, email }: { name: string; email: string },
  bodies: readonly Body[],
): OwnPage {
  const { role, places, personId } = user
  return {
    name,
    email,
    role: t(`roles.${role}`),
    places: bodies.filter((body) => places.includes(body.id)).map((body) => body.name),
    insightHref: personId === null ? null : paths.insight(personId),
    action: paths.ownAccount,
    shortestPassword: SHORTEST_PASSWORD,
  }
}
