import { formatDate } from '../../../../models/core/dates.ts'
import type { RosterLine } from '../../../../models/council/roster.ts'
import { isNominatedSeat } from '../../../../models/rules/core/by_kind.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export interface ChoosePage {
  seats: { label: string; held: boolean; said: string; href: string }[]
}

/** The vacant seats first. */
export function choosePage({ t, lang }: Reader, roster: readonly RosterLine[]): ChoosePage {
  const seats = roster
    .filter(({ seat }) => isNominatedSeat(seat))
    .map(({ seat, member }) => ({
      label: seat.label,
      held: member !== undefined,
      said: member
        ? t('nominations.seat_held', { person: member.person, date: formatDate(member.ends_on, lang) })
        : t('nominations.seat_vacant'),
      href: `${paths.newNomination}?plads=${seat.slug}`,
    }))
  return { seats: [...seats.filter(({ held }) => !held), ...seats.filter(({ held }) => held)] }
}
