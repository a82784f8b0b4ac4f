import type { IsoDate } from '../../core/dates.ts'
import { includesDay, type Span } from './spans.ts'

/** Whether something that is dated had happened on the day; without a day, everything has. */
export function happenedBy(date: IsoDate | null, day: IsoDate | undefined): boolean {
  return date !== null && (day === undefined || date <= day)
}

/** A date as it was known on the day: nothing as long as it had not come. */
export function dateBy(date: IsoDate | null, day: IsoDate | undefined): IsoDate | null {
  return happenedBy(date, day) ? date : null
}

/**
 * Memberships and offices as they stood on the day: those that had begun; and where one was not over, its end is not told
 * of, since nobody can say from the book when it became known.
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
