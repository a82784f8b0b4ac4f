import { addDays, isoDate, type IsoDate } from '../dates.ts'
import { firstEnd, includesDay, type Span } from './spans.ts'
import { thirdTuesdayOfNovember } from './term.ts'
import type { Term } from './statutes.ts'

/** Before the municipalities of 1970 there were none to have terms. */
export const EARLIEST = isoDate('1970-04-01')

/** The terms of four years before the first one, as far back as the day; none where it is in a term already. */
export function termsBackTo(terms: readonly Term[], day: IsoDate): Term[] {
  const [first] = [...terms].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  if (!first || day < EARLIEST) return []
  const made: Term[] = []
  for (let { startsOn } = first; day < startsOn; startsOn = made[0]?.startsOn ?? day) {
    const year = Number(startsOn.slice(0, 4)) - 4
    made.unshift({
      startsOn: isoDate(`${year}${startsOn.slice(4)}`),
      endsOn: addDays(startsOn, -1),
      municipalElectionOn: thirdTuesdayOfNovember(year - 1),
    })
  }
  return made
}

/** A membership is for one term at a time: what goes over several is divided where each of them ends. */
export function dividedByTerms(span: Span, terms: readonly Term[]): (Span & { term: Term })[] | undefined {
  const pieces: (Span & { term: Term })[] = []
  let from = span.starts_on
  for (;;) {
    const term = terms.find((one) => includesDay({ starts_on: one.startsOn, ends_on: one.endsOn }, from))
    if (!term) return undefined
    const ends_on = firstEnd(span, { starts_on: term.startsOn, ends_on: term.endsOn })
    pieces.push({ starts_on: from, ends_on, term })
    if (ends_on === span.ends_on) return pieces
    from = addDays(ends_on, 1)
  }
}
