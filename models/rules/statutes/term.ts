/** @article terms, termLength */

import { addDays, addMonths, daysBetween, isoDate, type IsoDate } from '../../core/dates.ts'
import { includesDay } from '../core/spans.ts'
import type { RuleValue, Term } from '../../statutes/schema.ts'

/** Any Tuesday: weekdays are counted from it. This one is the municipal election of 2017. */
const A_TUESDAY = isoDate('2017-11-21')
const MUNICIPAL_YEARS = 4
/** About as long as it is from a municipal election to the New Year. */
const SIX_WEEKS = 42

/** The third Tuesday of November, the custom for municipal elections. Only a suggestion: the law sets the day. */
export function thirdTuesdayOfNovember(year: number): IsoDate {
  const first = isoDate(`${year}-11-01`)
  const daysAfterTuesday = daysBetween(A_TUESDAY, first) % 7
  return addDays(first, ((7 - daysAfterTuesday) % 7) + 14)
}

/** The length of a term in the statutes; undefined when they say nothing. */
export type TermLength = RuleValue<'termLength'> | undefined

/** Whether the terms are those of the municipality, as they are unless the statutes say otherwise. */
export function followsMunicipal(length: TermLength): boolean {
  return (length ?? 'municipal') === 'municipal'
}

/**
 * The term after this one, for the same areas, from the day after its last. Municipal: four years, 2026–2029 and
 * 2030–2033. `years` and `staggeredYears`: that number of years, however long the last term was. `fixed_dates`: as long
 * as the last term, so that 1 May 2024 to 30 April 2026 gives 1 May 2026 to 30 April 2028.
 */
export function termAfter(term: Term, length: TermLength): Term {
  const startsOn = addDays(term.endsOn, 1)
  const endsOn = addDays(lengthOf(term, length).after(startsOn), -1)
  return nextTo(term, { startsOn, endsOn }, length)
}

/**
 * The term before this one, for the same areas, up to the day before its first; as long as `termAfter` would make it.
 * The two undo each other, except for terms from 29 February, which no two years in a row have, and for `fixed_dates`
 * of odd lengths (46 days), where only the number of days is kept.
 */
export function termBefore(term: Term, length: TermLength): Term {
  const startsOn = lengthOf(term, length).before(term.startsOn)
  return nextTo(term, { startsOn, endsOn: addDays(term.startsOn, -1) }, length)
}

/** Steps one term forward and one back from a first day. */
interface Stride {
  after: (day: IsoDate) => IsoDate
  before: (day: IsoDate) => IsoDate
}

function lengthOf(term: Term, length: TermLength = 'municipal'): Stride {
  if (length === 'municipal') return months(12 * MUNICIPAL_YEARS)
  if (length === 'fixed_dates') return asLongAs(term)
  return months(12 * ('years' in length ? length.years : length.staggeredYears))
}

/**
 * From a day of a month to the same day of another month when the term ran so; a term of 46 days is followed by 46
 * days.
 */
function asLongAs({ startsOn, endsOn }: Term): Stride {
  const next = addDays(endsOn, 1)
  const [years, inYear] = [
    Number(next.slice(0, 4)) - Number(startsOn.slice(0, 4)),
    monthOf(next) - monthOf(startsOn),
  ]
  if (startsOn.slice(8) === next.slice(8)) return months(12 * years + inYear)
  const days = daysBetween(startsOn, next)
  return { after: (day) => addDays(day, days), before: (day) => addDays(day, -days) }
}

function months(count: number): Stride {
  return { after: (day) => addMonths(day, count), before: (day) => addMonths(day, -count) }
}

function monthOf(day: IsoDate): number {
  return Number(day.slice(5, 7))
}

/**
 * The municipal election is held the November before its term. A council with terms of its own has set the day on which
 * its renewal begins: it lies equally many days before the first day of every term.
 */
function nextTo(term: Term, days: Pick<Term, 'startsOn' | 'endsOn'>, length: TermLength): Term {
  const { startsOn } = days
  const ahead = daysBetween(term.startsOn, term.municipalElectionOn)
  const municipalElectionOn = followsMunicipal(length)
    ? thirdTuesdayOfNovember(Number(startsOn.slice(0, 4)) - 1)
    : addDays(startsOn, ahead < 0 ? ahead : -SIX_WEEKS)
  return { ...days, municipalElectionOn, ...(term.areas && { areas: term.areas }) }
}

/** Whether both terms renew the seats of some area. A term that names no areas is for all of them. */
export function sharesArea(
  { areas: own }: Pick<Term, 'areas'>,
  { areas: otherAreas }: Pick<Term, 'areas'>,
): boolean {
  if (!own || !otherAreas) return true
  return own.some((area) => otherAreas.includes(area))
}

/** The terms that no other comes before in any of their areas: one, or one for each group that is renewed by itself. */
export function firstTerms<T extends Term>(terms: readonly T[]): T[] {
  return terms.filter(
    (term) => !terms.some((other) => other.startsOn < term.startsOn && sharesArea(other, term)),
  )
}

/** The terms that no other comes after in any of their areas. */
export function lastTerms<T extends Term>(terms: readonly T[]): T[] {
  return terms.filter(
    (term) => !terms.some((other) => other.startsOn > term.startsOn && sharesArea(other, term)),
  )
}

/** Tells terms apart, even those that run side by side. */
export function termKey({ startsOn, areas = [] }: Pick<Term, 'startsOn' | 'areas'>): string {
  return [startsOn, ...[...areas].sort()].join()
}

/**
 * The term that the day lies in. With `areaKey` it is the term of that area, when seats are not all renewed at the same
 * time.
 */
export function termOn(terms: readonly Term[], date: IsoDate, areaKey?: string): Term | undefined {
  return terms.find(
    (term) =>
      includesDay({ starts_on: term.startsOn, ends_on: term.endsOn }, date) &&
      (areaKey === undefined || !term.areas || term.areas.includes(areaKey)),
  )
}
