import { addDays, isoDate, type IsoDate } from '../../../core/dates.ts'
import { firstEnd, type Span } from '../../../rules/core/spans.ts'
import { firstTerms, termBefore, termOn, type TermLength } from '../../../rules/statutes/term.ts'
import type { Term } from '../../../statutes/document.ts'

/** Before the municipalities of 1970 there were none to have terms. */
export const EARLIEST = isoDate('1970-04-01')

/**
 * The terms before the first one, as far back as the day, each as long as the statutes have it; of every group of areas
 * that is renewed by itself, its own. None where the day is in a term already.
 */
export function termsBackTo(terms: readonly Term[], day: IsoDate, length: TermLength): Term[] {
  if (day < EARLIEST) return []
  const made = firstTerms(terms).flatMap((first) => {
    const earlier: Term[] = []
    for (let term = first; day < term.startsOn; earlier.unshift(term)) term = termBefore(term, length)
    return earlier
  })
  return made.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
}

/**
 * A membership is for one term at a time: what goes over several is divided where each of them ends. Of an area that has
 * terms of its own, those.
 */
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
