import type { IsoDate } from '../../core/dates.ts'
import { includesDay, type Span } from './spans.ts'

/** Whether a dated event had happened on the day. Without a day every dated event has happened. */
export function happenedBy(date: IsoDate | null, day: IsoDate | undefined): boolean {
  return date !== null && (day === undefined || date <= day)
}

/** The date as it was known on the day: null until the date has come. */
export function dateBy(date: IsoDate | null, day: IsoDate | undefined): IsoDate | null {
  return happenedBy(date, day) ? date : null
}

/**
 * The memberships or offices that had begun on the day. `over` is false when one still ran: its end must not be shown
 * then, since the register does not say when the end became known.
 */
export function begunBy<S extends Span>(
  spans: readonly S[],
  day: IsoDate | undefined,
): (S & { over: boolean })[] {
  if (day === undefined) return spans.map((span) => ({ ...span, over: true }))
  return spans
    .filter(({ starts_on }) => starts_on <= day)
    .map((span) => ({ ...span, over: !includesDay(span, day) }))
}
