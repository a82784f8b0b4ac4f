import type { IsoDate } from '../core/dates.ts'
import type {
  AppointmentId,
  AreaId,
  BodyId,
  CandidacyId,
  MembershipId,
  PersonId,
  SeatDecisionId,
  SeatId,
  TermId,
} from '../core/ids.ts'
import type { EndReason } from '../rules/council/membership.ts'

export interface TermRow {
  id: TermId
  starts_on: IsoDate
  ends_on: IsoDate
  municipal_election_on: IsoDate
}

export interface TermAreaRow {
  term_id: TermId
  area_id: AreaId
}

export interface SeatRow {
  id: SeatId
  area_id: AreaId
  number: number
  slug: string
  starts_on: IsoDate
  ends_on: IsoDate | null
}

export type Origin = 'election' | 'appointment' | 'registration'

export interface MembershipRow {
  id: MembershipId
  seat_id: SeatId
  person_id: PersonId
  term_id: TermId
  starts_on: IsoDate
  due_on: IsoDate
  ends_on: IsoDate
  end_reason: EndReason | null
  end_note: string | null
  origin: Origin
  candidacy_id: CandidacyId | null
  appointment_id: AppointmentId | null
  voided_on: IsoDate | null
  /** 1: the reason is for the secretary alone. */
  end_private: 0 | 1
}

export type SeatChoice = 'keep' | 'renew' | 'vacant'

export interface SeatDecisionRow {
  id: SeatDecisionId
  seat_id: SeatId
  body_id: BodyId
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
