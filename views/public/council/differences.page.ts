import type { PublicSeatThen, PublicTwoDays } from '../../../models/council/history/publication.ts'
import type { Office } from '../../../models/statutes/offices.ts'
import {
  differencesPage,
  type ComparedDays,
  type DifferencesPage,
  type NameShown,
  type SeatShown,
} from '../../partials/council/differences_page.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export type { DifferencesPage } from '../../partials/council/differences_page.ts'

export function publicDifferencesPage(
  reader: Reader,
  days: ComparedDays,
  { seats, people, offices, names, statutes }: PublicTwoDays,
  knownOffices: readonly Office[],
): DifferencesPage {
  const named = ({ name }: { name: string | null }): NameShown => ({
    name: name ?? reader.t('front.name_withheld'),
    href: null,
  })
  const seat = ({ area, kind, state }: PublicSeatThen): SeatShown => ({
    ...{ label: area, href: null, kind },
    state: state.is === 'held' ? { is: 'held', member: named(state) } : state,
  })
  return differencesPage(reader, {
    ...{ ...days, names, statutes, knownOffices },
    seats: seats.map(({ change, before, after }) => ({
      ...{ change, before: before && seat(before), after: after && seat(after) },
    })),
    came: people.came.map(seat),
    left: people.left.map(seat),
    moved: people.moved.map(({ before, after }) => ({ before: seat(before), after: seat(after) })),
    offices: offices.map(({ before, after }) => ({
      before: before && { ...before, ...named(before) },
      after: after && { ...after, ...named(after) },
    })),
    hrefs: { here: paths.publicDifferences, timeline: paths.publicTimeline, council: paths.front },
  })
}
