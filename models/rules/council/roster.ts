/** @article areas, terms */

import type { IsoDate } from '../../core/dates.ts'
import { includesDay } from '../core/spans.ts'
import type { Seat, SeatHolding } from './vacancy.ts'

/** Each seat with the member who holds it on the day, in the given order of seats. */
export function rosterOn<S extends Seat, M extends SeatHolding>(
  date: IsoDate,
  seats: readonly S[],
  memberships: readonly M[],
): { seat: S; membership: M | undefined }[] {
  const holders = new Map(
    memberships.filter((membership) => includesDay(membership, date)).map((held) => [held.seat_id, held]),
  )
  return seats.map((seat) => ({ seat, membership: holders.get(seat.id) }))
}
