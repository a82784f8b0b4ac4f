/** @article seats, vacancy */

import { addDays, daysBetween, later, type IsoDate } from '../../core/dates.ts'
import type { SeatId } from '../../core/ids.ts'
import { includesDay, overlaps, type Span } from '../core/spans.ts'

interface Seat {
  id: SeatId
  number: number
  starts_on: IsoDate
  ends_on: IsoDate | null
}

interface Holding extends Span {
  seat_id: SeatId
}

export interface OpenSeat {
  seat_id: SeatId
  /** The first day from which the seat is empty for the rest of the term. */
  from: IsoDate
}

/**
 * The seats that are free from some day in the window until its end, the earliest first. A seat whose holder leaves
 * inside the window is free from the day after. A seat that is held on the last day is not free.
 */
export function openSeats(seats: readonly Seat[], held: readonly Holding[], window: Span): OpenSeat[] {
  return seats
    .filter((seat) => includesDay({ ...seat, ends_on: seat.ends_on ?? window.ends_on }, window.ends_on))
    .map((seat) => ({ seat, from: freeFrom(seat, held, window) }))
    .filter(({ from }) => includesDay(window, from))
    .sort((a, b) => daysBetween(b.from, a.from) || a.seat.number - b.seat.number)
    .map(({ seat, from }) => ({ seat_id: seat.id, from }))
}

function freeFrom(seat: Seat, held: readonly Holding[], window: Span): IsoDate {
  return held
    .filter((holding) => holding.seat_id === seat.id && overlaps(holding, window))
    .reduce(
      (day, holding) => later(day, addDays(holding.ends_on, 1)),
      later(window.starts_on, seat.starts_on),
    )
}

/**
 * A by-election when every seat had a holder in the term and was left; ordinary when any seat is filled for the first
 * time ("hvis et rådsmedlem udtræder, vælges et nyt medlem fra vedkommendes valgområde").
 */
export function electionKind(
  open: readonly OpenSeat[],
  heldInTerm: readonly { seat_id: SeatId }[],
): 'ordinary' | 'by_election' {
  return open.every(({ seat_id }) => heldInTerm.some((holding) => holding.seat_id === seat_id))
    ? 'by_election'
    : 'ordinary'
}
