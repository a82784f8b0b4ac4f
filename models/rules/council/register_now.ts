/** @article areas, terms */

import type { IsoDate } from '../../core/dates.ts'
import type { Span } from '../core/spans.ts'
import type { OfficeSlot } from './officeholding.ts'

export interface SeatNow {
  id: number
  number: number
  label: string
  slug: string
  area_key: string
  starts_on: IsoDate
  ends_on: IsoDate | null
}

export interface MemberNow extends Span {
  id: number
  seat_id: number
  term_id: number
  person: string
}

export interface OfficerNow extends Span, OfficeSlot {
  id: number
  person: string
}

export interface TermNow {
  id: number
  starts_on: IsoDate
  ends_on: IsoDate
  municipal_election_on: IsoDate
  /** The keys of the areas it is for; empty where it is for all. */
  areas: readonly string[]
}

/** What the register holds from the version's day on: nothing that is over by then. */
export interface RegisterNow {
  seats: readonly SeatNow[]
  members: readonly MemberNow[]
  officers: readonly OfficerNow[]
  terms: readonly TermNow[]
}
