import { later, type IsoDate } from '../../core/dates.ts'
import { readTypedDay } from '../../core/typed_days.ts'
import { includesDay, nextStartedAfter, overlaps, type Span } from '../../rules/core/spans.ts'

/** The default span: from the register's first day to the end of the term. */
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

/** Reads a day, or a year as its first or last day. Returns undefined for anything else. */
export function readEdge(typed: string, edge: 'first' | 'last', today: IsoDate): IsoDate | undefined {
  const year = /^\d{4}$/.exec(typed.trim())?.[0]
  return readTypedDay(year === undefined ? typed : `${edge === 'first' ? '1-1' : '31-12'}-${year}`, today)
    ?.day
}

/** Returns undefined when no part of the stretch is inside the span. */
export function partWithin(stretch: Span, span: Span): Span | undefined {
  if (!overlaps(stretch, span)) return undefined
  return {
    starts_on: later(stretch.starts_on, span.starts_on),
    ends_on: includesDay(span, stretch.ends_on) ? stretch.ends_on : span.ends_on,
  }
}
