import { addDays, daysBetween, isoDate, type IsoDate } from '../dates.ts'
import { includesDay } from './spans.ts'
import type { Term } from './statutes.ts'

/** Any Tuesday: weekdays are counted from it. This one is the municipal election of 2017. */
const A_TUESDAY = isoDate('2017-11-21')

/**
 * The third Tuesday of November, on which municipal elections have been held. A suggestion: the law sets the
 * day.
 */
export function thirdTuesdayOfNovember(year: number): IsoDate {
  const first = isoDate(`${year}-11-01`)
  const daysAfterTuesday = daysBetween(A_TUESDAY, first) % 7
  return addDays(first, ((7 - daysAfterTuesday) % 7) + 14)
}

/**
 * The term to suggest after this one: four years from the day after, with its election the November before.
 */
export function suggestTermAfter(term: Term): Term {
  const startsOn = addDays(term.endsOn, 1)
  const year = Number(startsOn.slice(0, 4))
  const fourYearsOn = isoDate(`${year + 4}${startsOn.slice(4)}`)
  return { startsOn, endsOn: addDays(fourYearsOn, -1), municipalElectionOn: thirdTuesdayOfNovember(year - 1) }
}

/**
 * The term that the day lies in; of an area, where not all seats are renewed at the same time, the one that is for it.
 */
export function termOn(terms: readonly Term[], date: IsoDate, areaKey?: string): Term | undefined {
  return terms.find(
    (term) =>
      includesDay({ starts_on: term.startsOn, ends_on: term.endsOn }, date) &&
      (areaKey === undefined || !term.areas || term.areas.includes(areaKey)),
  )
}
