/** @article vacancy */

import { addDays, type IsoDate, LAST_DAY } from '../../core/dates.ts'
import { includesDay, type Span } from '../core/spans.ts'

/** The days on which a seat exists: from its first day to its last, open while it still exists. */
export interface SeatLife {
  starts_on: IsoDate
  ends_on?: IsoDate | null
}

/**
 * One stretch of a seat's time, held or without a member. A gap that is still open has no `until`. Before the first
 * membership the register knows nothing, so that stretch is `unknown` and not a gap.
 */
export type Stretch<M extends Span> = { kind: 'held'; held: M } | Empty

export interface Empty {
  kind: 'gap' | 'unknown'
  from: IsoDate
  until: IsoDate | undefined
}

/**
 * The seat's time up to the day, and any membership booked to come. The oldest stretch is first, and each begins the
 * day after the one before it. `memberships` are those of the seat, in the order of their first days.
 */
export function seatStretches<M extends Span>(
  seat: SeatLife,
  memberships: readonly M[],
  today: IsoDate,
): Stretch<M>[] {
  const stretches: Stretch<M>[] = []
  const kind = () => (stretches.length === 0 ? 'unknown' : 'gap')
  let next = seat.starts_on
  for (const held of memberships) {
    if (next < held.starts_on)
      stretches.push({ kind: kind(), from: next, until: addDays(held.starts_on, -1) })
    stretches.push({ kind: 'held', held })
    next = addDays(held.ends_on, 1)
  }
  const life = { starts_on: seat.starts_on, ends_on: seat.ends_on ?? LAST_DAY }
  // A seat that is gone is no longer vacant.
  const until = seat.ends_on && !includesDay(life, today) ? seat.ends_on : undefined
  if (next <= today && includesDay(life, next)) stretches.push({ kind: kind(), from: next, until })
  return stretches
}
