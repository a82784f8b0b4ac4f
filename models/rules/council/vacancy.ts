/** @article vacancy, agreement */

import { addDays, type IsoDate } from '../../core/dates.ts'
import type { PersonId, SeatId } from '../../core/ids.ts'
import { includesDay, lastEndedBefore, nextStartedAfter, type Span } from '../core/spans.ts'
import { findArea, type Agreement, type Area, type Body, type Statutes } from '../../statutes/document.ts'
import {
  substitutesOf,
  whoStepsIn,
  type StepsIn,
  type Substitute,
  type SubstituteKind,
} from './substitutes.ts'
import { termOn } from '../statutes/term.ts'
import { byKind } from '../core/by_kind.ts'

export interface Seat {
  id: SeatId
  area_key: string
  /** The first day of the seat, when it is known. */
  starts_on?: IsoDate | null
  /** The last day of the seat; open when there is none. */
  ends_on?: IsoDate | null
}

export interface SeatHolding extends Span {
  seat_id: SeatId
  person_id?: PersonId
}

/** How the statutes let a vacant seat be filled. `unknown` when they have no such area. */
export type Filling =
  | { by: 'election'; kind: 'ordinary' | 'by_election'; areaKey: string; areaName: string }
  | {
      by: 'nomination'
      areaKey: string
      areaName: string
      agreement: Agreement
      bodies: Body[]
      ended: Body[]
      /** Set when the organisation holds the seat, so that its word is enough. */
      byNotice?: true
    }
  | {
      by: 'substitute'
      areaKey: string
      areaName: string
      /** The substitutes in question. Without one the seat is filled as if the council had none. */
      stepsIn: Exclude<StepsIn<Substitute>, { by: 'nobody' }>
    }
  | { by: 'council'; areaKey: string; areaName: string }
  | { by: 'nobody'; areaKey: string; areaName: string }
  | { by: 'unknown'; areaKey: string }

export interface Vacancy<S extends Seat, M extends SeatHolding> {
  seat: S
  /** The first vacant day; undefined when the seat was never filled and its own first day is not known. */
  vacantSince: IsoDate | undefined
  neverFilled: boolean
  /** The membership that ended last, and the one that is booked to begin. */
  previous: M | undefined
  next: M | undefined
  filling: Filling
  substitutes: SubstituteKind
}

/** The seats without a member on the day, in the given order, with the first vacant day and how each is filled. */
export function vacanciesOn<S extends Seat, M extends SeatHolding>(
  date: IsoDate,
  seats: readonly S[],
  memberships: readonly M[],
  statutes: Statutes,
  substitutes: readonly Substitute[] = [],
): Vacancy<S, M>[] {
  const seated = memberships
    .filter((membership) => includesDay(membership, date))
    .flatMap(({ person_id }) => person_id ?? [])
  return seats
    .filter((seat) => existsOn(seat, date))
    .map((seat) => ({ seat, held: memberships.filter(({ seat_id }) => seat_id === seat.id) }))
    .filter(({ held }) => !held.some((membership) => includesDay(membership, date)))
    .map(({ seat, held }) => {
      const previous = lastEndedBefore(held, date)
      return {
        seat,
        vacantSince: previous ? addDays(previous.ends_on, 1) : (seat.starts_on ?? undefined),
        neverFilled: previous === undefined,
        previous,
        next: nextStartedAfter(held, date),
        filling: fillingOf(statutes, seat.area_key, date, previous, { seat, substitutes, seated }),
        substitutes: substitutesOf(statutes, seat.area_key),
      }
    })
}

/**
 * How a seat of the area is filled again, always from the same area. When a member left inside the term, people vote in
 * a by-election; when the term began with the seat empty, in an ordinary election. An organisation that has ended is
 * named with its successor, which does not take over by itself. Other councils let a substitute step in, take the
 * organisation's word, or choose a member themselves. When no substitute is left, the area finds a new member as in any
 * other council.
 */
export function fillingOf(
  statutes: Statutes,
  areaKey: string,
  date: IsoDate,
  previous: Span | undefined,
  ready?: {
    seat: Pick<Seat, 'id' | 'area_key'>
    substitutes: readonly Substitute[]
    seated: readonly PersonId[]
  },
): Filling {
  const area = findArea(statutes, areaKey)
  if (!area) return { by: 'unknown', areaKey }
  const names = { areaKey, areaName: area.name }
  const term = termOn(statutes.terms, date, areaKey)
  const leftInTerm =
    previous !== undefined && term !== undefined && term === termOn(statutes.terms, previous.ends_on, areaKey)
  const rule = statutes.rules.vacancy.value
  if (leftInTerm && rule === 'stays_empty') return { by: 'nobody', ...names }
  if (leftInTerm && rule === 'council_supplements') return { by: 'council', ...names }
  const stepsIn =
    leftInTerm && rule === 'substitute' && ready ? whoStepsIn({ statutes, on: date, ...ready }) : undefined
  if (stepsIn && stepsIn.by !== 'nobody') return { by: 'substitute', ...names, stepsIn }
  const bodies = activeBodies(area, date)
  return byKind<Area, Filling>(area, {
    place: () => {
      // People cannot vote at a place that is gone: what happens to the seat has to be decided.
      if (area.bodies.length > 0 && bodies.length === 0) return { by: 'unknown', areaKey }
      return { by: 'election', kind: leftInTerm ? 'by_election' : 'ordinary', ...names }
    },
    organisations: ({ filling: { agreement, heldBy } }) => {
      const byNotice = heldBy === 'organisation' || rule === 'organisation_replaces'
      const ended = endedBodies(area, date)
      return {
        ...{ by: 'nomination', ...names, agreement: agreement.value, bodies, ended },
        ...(leftInTerm && byNotice && { byNotice: true as const }),
      }
    },
  })
}

export function activeBodies(area: Area, date: IsoDate): Body[] {
  return area.bodies.filter((body) => (body.activeFrom ?? date) <= date && date <= (body.activeUntil ?? date))
}

export function endedBodies(area: Area, date: IsoDate): Body[] {
  return area.bodies.filter(({ activeUntil }) => activeUntil !== undefined && activeUntil < date)
}

function existsOn(seat: Seat, date: IsoDate): boolean {
  return (seat.starts_on ?? date) <= date && date <= (seat.ends_on ?? date)
}
