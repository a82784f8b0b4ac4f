/** @article areas, terms */

import type { IsoDate } from '../../core/dates.ts'
import type { MembershipId, OfficeholdingId, SeatId, TermId } from '../../core/ids.ts'
import type { Span } from '../core/spans.ts'
import type { OfficeSlot } from './officeholding.ts'

export interface SeatNow {
  id: SeatId
  number: number
  label: string
  slug: string
  area_key: string
  starts_on: IsoDate
  ends_on: IsoDate | null
}

export interface MemberNow extends Span {
  id: MembershipId
  seat_id: SeatId
  term_id: TermId
  person: string
}

export interface OfficerNow extends Span, OfficeSlot {
  id: OfficeholdingId
  person: string
}

export interface TermNow {
  id: TermId
  starts_on: IsoDate
  ends_on: IsoDate
  municipal_election_on: IsoDate
  /** The keys of the areas that the term is for; empty when it is for all of them. */
  areas: readonly string[]
}

/** What the register holds from the first day of the version on. What is over by then is left out. */
export interface RegisterNow {
  seats: readonly SeatNow[]
  members: readonly MemberNow[]
  officers: readonly OfficerNow[]
  terms: readonly TermNow[]
}
