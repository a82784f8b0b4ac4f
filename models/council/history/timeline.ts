import { later, parseDate, type IsoDate } from '../../core/dates.ts'
import { includesDay, nextStartedAfter, overlaps, type Span } from '../../rules/core/spans.ts'

/** What to show of the council's time when the reader has not said: as far back as the register goes, and the term to its end. */
export function wholeSpan(
  memberships: readonly Span[],
  terms: readonly Span[],
  today: IsoDate,
): Span | undefined {
  const [first] = memberships.map(({ starts_on }) => starts_on).sort()
  if (first === undefined) return undefined
  const term = terms.find((one) => includesDay(one, today)) ?? nextStartedAfter(terms, today)
  return { starts_on: first, ends_on: later(term?.ends_on ?? today, later(first, today)) }
}

/** A day, or a year: the first day of it where a span begins, the last where it ends. Undefined for anything else. */
export function readEdge(typed: string, edge: 'first' | 'last'): IsoDate | undefined {
  const year = /^\d{4}$/.exec(typed.trim())?.[0]
  if (year === undefined) return parseDate(typed)
  return parseDate(edge === 'first' ? `${year}-01-01` : `${year}-12-31`)
}

/** The part of the stretch that is inside the span. Returns undefined when none is. */
export function partWithin(stretch: Span, span: Span): Span | undefined {
  if (!overlaps(stretch, span)) return undefined
  return {
    starts_on: later(stretch.starts_on, span.starts_on),
    ends_on: includesDay(span, stretch.ends_on) ? stretch.ends_on : span.ends_on,
  }
}
