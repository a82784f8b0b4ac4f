import { addDays, isoDate, type IsoDate } from '../../../core/dates.ts'
import { firstEnd, type Span } from '../../../rules/core/spans.ts'
import { firstTerms, termBefore, termOn, type TermLength } from '../../../rules/statutes/term.ts'
import type { Term } from '../../../statutes/document.ts'

/** The municipalities of 1970 are the first that could have terms. */
export const EARLIEST = isoDate('1970-04-01')

/** Earlier terms for each group of areas renewed by itself. Empty when the day is in a term already. */
export function termsBackTo(terms: readonly Term[], day: IsoDate, length: TermLength): Term[] {
  if (day < EARLIEST) return []
  const made = firstTerms(terms).flatMap((first) => {
    const earlier: Term[] = []
    for (let term = first; day < term.startsOn; earlier.unshift(term)) term = termBefore(term, length)
    return earlier
  })
  return made.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
}

/** A membership is for one term: the span is cut at each term's end, by the area's own terms if there are any. */
export function dividedByTerms(
  span: Span,
  terms: readonly Term[],
  areaKey?: string,
): (Span & { term: Term })[] | undefined {
  const pieces: (Span & { term: Term })[] = []
  let from = span.starts_on
  for (;;) {
    const term = termOn(terms, from, areaKey)
    if (!term) return undefined
    const ends_on = firstEnd(span, { starts_on: term.startsOn, ends_on: term.endsOn })
    pieces.push({ starts_on: from, ends_on, term })
    if (ends_on === span.ends_on) return pieces
    from = addDays(ends_on, 1)
  }
}
