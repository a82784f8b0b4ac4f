import type { IsoDate } from '../core/dates.ts'
import type { EndReason } from '../rules/council/membership.ts'

export interface TermRow {
  id: number
  starts_on: IsoDate
  ends_on: IsoDate
  municipal_election_on: IsoDate
}

export interface TermAreaRow {
  term_id: number
  area_id: number
}

export interface SeatRow {
  id: number
  area_id: number
  number: number
  slug: string
  starts_on: IsoDate
  ends_on: IsoDate | null
}

export type Origin = 'election' | 'appointment' | 'registration'

export interface MembershipRow {
  id: number
  seat_id: number
  person_id: number
  term_id: number
  starts_on: IsoDate
  due_on: IsoDate
  ends_on: IsoDate
  end_reason: EndReason | null
  end_note: string | null
  origin: Origin
  candidacy_id: number | null
  appointment_id: number | null
  voided_on: IsoDate | null
  /** 1: the reason is for the secretary alone. */
  end_private: 0 | 1
}

export type SeatChoice = 'keep' | 'renew' | 'vacant'

export interface SeatDecisionRow {
  id: number
  seat_id: number
  body_id: number
  choice: SeatChoice
  decided_by: string
  decided_on: IsoDate
  reason: string
  recorded_by: string
  recorded_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    terms: TermRow
    term_areas: TermAreaRow
    seats: SeatRow
    memberships: MembershipRow
    seat_decisions: SeatDecisionRow
  }
}
