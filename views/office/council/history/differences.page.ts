import type { SeatThen, TwoDays } from '../../../../models/council/history/two_days.ts'
import type { Office } from '../../../../models/statutes/offices.ts'
import {
  differencesPage,
  type ComparedDays,
  type DifferencesPage,
  type NameShown,
  type SeatShown,
} from '../../../partials/council/differences_page.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import type { PersonId } from '../../../../models/core/ids.ts'

export type { DifferencesPage } from '../../../partials/council/differences_page.ts'

/** The page shows every name, and is alike for every reader of the office. */
export function officeDifferencesPage(
  reader: Omit<Reader, 'can'>,
  days: ComparedDays,
  { seats, people, offices, names, statutes }: TwoDays,
  knownOffices: readonly Office[],
): DifferencesPage {
  return differencesPage(reader, {
    ...{ ...days, names, statutes, knownOffices },
    seats: seats.map(({ change, before, after }) => ({
      ...{ change, before: before && seatShown(before), after: after && seatShown(after) },
    })),
    came: people.came.map(seatShown),
    left: people.left.map(seatShown),
    moved: people.moved.map(({ before, after }) => ({ before: seatShown(before), after: seatShown(after) })),
    offices: offices.map(({ before, after }) => ({
      before: before && { office: before.office, ...nameShown(before) },
      after: after && { office: after.office, ...nameShown(after) },
    })),
    hrefs: { here: paths.differences, timeline: paths.timeline, council: paths.council },
  })
}

function seatShown({ seat, state }: SeatThen): SeatShown {
  return {
    ...{ label: seat.label, href: paths.seat(seat.slug), kind: seat.area_kind },
    state: state.is === 'held' ? { is: 'held', member: nameShown(state.member) } : state,
  }
}

function nameShown({ person, person_id }: { person: string; person_id: PersonId }): NameShown {
  return { name: person, href: paths.person(person_id) }
}
