import { formatDate } from '../../../../models/core/dates.ts'
import type { MembershipOfPerson } from '../../../../models/council/memberships.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export interface MembershipVoidPage {
  heading: string
  seat: string
  action: string
  back: string
  /** A member who was not written in by hand has a choice behind them, which is named too. */
  text: string[]
}

export function membershipVoidPage(
  { t, lang }: Reader,
  { id, person: name, seat, starts_on, ends_on, chosen }: MembershipOfPerson,
): MembershipVoidPage {
  const [from, until] = [formatDate(starts_on, lang), formatDate(ends_on, lang)]
  return {
    heading: t('register.void.heading', { name }),
    seat: seat.label,
    action: paths.voidMembership(id),
    back: paths.seat(seat.slug),
    text: [
      t('register.void.what', { name, from, until }),
      t('register.void.kept'),
      t(chosen.how === 'registered' ? 'register.void.or_leave' : 'register.void.chosen'),
    ],
  }
}
