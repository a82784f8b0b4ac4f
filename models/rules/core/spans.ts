import { addDays, later, type IsoDate } from '../../core/dates.ts'

/** Days from `starts_on` to `ends_on`, the last day included. Only this file compares them in the rules. */
export interface Span {
  starts_on: IsoDate
  ends_on: IsoDate
}

/** Whether the day lies in the span. A member who leaves on the 31st is a member on the 31st. */
export function includesDay(span: Span, day: IsoDate): boolean {
  return span.starts_on <= day && day <= span.ends_on
}

/** Whether the two spans share at least one day. A successor may begin the day after the last day, not on it. */
export function overlaps(a: Span, b: Span): boolean {
  return a.starts_on <= b.ends_on && b.starts_on <= a.ends_on
}

/** Whether the last day comes before the first, so that it is no span at all. */
export function runsBackwards({ starts_on, ends_on }: Span): boolean {
  return ends_on < starts_on
}

export function within(inner: Span, outer: Span): boolean {
  return outer.starts_on <= inner.starts_on && inner.ends_on <= outer.ends_on
}

/** Whether the spans together leave no day of `whole` uncovered. Their order does not matter. */
export function covers(spans: readonly Span[], whole: Span): boolean {
  const inOrder = [...spans].sort((a, b) => compareText(a.starts_on, b.starts_on))
  let uncovered = whole.starts_on
  for (const span of inOrder) {
    if (span.starts_on > uncovered) break
    uncovered = later(uncovered, addDays(span.ends_on, 1))
  }
  return uncovered > whole.ends_on
}

/** The earlier of the two last days. */
export function firstEnd(a: Span, b: Span): IsoDate {
  return a.ends_on < b.ends_on ? a.ends_on : b.ends_on
}

export function lastEndedBefore<S extends Span>(spans: readonly S[], day: IsoDate): S | undefined {
  return spans.filter((span) => span.ends_on < day).sort((a, b) => compareText(b.ends_on, a.ends_on))[0]
}

export function nextStartedAfter<S extends Span>(spans: readonly S[], day: IsoDate): S | undefined {
  return spans.filter((span) => span.starts_on > day).sort((a, b) => compareText(a.starts_on, b.starts_on))[0]
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The name of a term and of its renewal, as "2030-2033". */
export function yearsOf(term: Span): string {
  return `${term.starts_on.slice(0, 4)}-${term.ends_on.slice(0, 4)}`
}
