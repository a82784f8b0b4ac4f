import { formatDate, type IsoDate } from '../../../../models/core/dates.ts'
import type { GroundFlagId } from '../../../../models/core/ids.ts'
import type { GroundFlag } from '../../../../models/council/grounds/flags.ts'
import type { MembershipOfPerson } from '../../../../models/council/memberships.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export interface GroundPage {
  heading: string
  seat: string
  action: string
  settleAction: string
  back: string
  today: IsoDate
  open: { id: GroundFlagId; lost: string; about: string }[]
}

export function groundPage(
  { t, lang, today }: Reader,
  { id, person, seat }: MembershipOfPerson,
  flags: readonly GroundFlag[],
): GroundPage {
  return {
    heading: t('vacancy.ground.heading', { name: person }),
    seat: seat.label,
    action: paths.groundFlag(id),
    settleAction: paths.groundSettling(id),
    back: paths.seat(seat.slug),
    today,
    open: flags
      .filter(({ membership_id }) => membership_id === id)
      .map(({ id: flag, lost, learned_on, note }) => ({
        id: flag,
        lost: t(`vacancy.ground.lost.${lost}`),
        about: [
          t('vacancy.ground.since', { date: formatDate(learned_on, lang) }),
          ...(note ? [note] : []),
        ].join(' '),
      })),
  }
}
