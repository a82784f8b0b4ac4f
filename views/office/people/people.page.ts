import type { IsoDate } from '../../../models/core/dates.ts'
import type { ListedPerson } from '../../../models/council/people_with_seats.ts'
import { asOf, sameDay, type AsOf } from '../../as_of.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export interface PeoplePage {
  asOf: AsOf
  mayWrite: boolean
  /** Each person has the seat of the day; `seatHref` is given on another day than today. */
  people: { name: string; href: string; seat: string; seatHref: string | null }[]
}

export function peoplePage(
  { t, can, today }: Reader,
  asked: IsoDate | undefined,
  people: readonly ListedPerson[],
): PeoplePage {
  const then = asOf({ today }, paths.people, asked)
  const none = t(then.isToday ? 'register.people.no_seat' : 'as_of.no_seat')
  return {
    asOf: then,
    mayWrite: then.isToday && can['register.write'],
    people: people.map(({ id, name, seat }) => ({
      name,
      href: paths.person(id),
      seat: seat?.label ?? none,
      seatHref: seat && !then.isToday ? sameDay(paths.seat(seat.slug), then) : null,
    })),
  }
}
