import type { IsoDate } from '../../core/dates.ts'
import type { EligibleAs } from '../../elections/candidates/tables.ts'

export interface NominationRow {
  id: number
  seat_id: number
  term_id: number
  /** Set when each organisation of the area nominates one member. */
  body_id: number | null
  status: 'open' | 'appointed' | 'closed'
  statutes_version_id: number
  asked_on: IsoDate
  answer_by: IsoDate
}

export interface NominationBodyRow {
  nomination_id: number
  body_id: number
  /** Why a successor is asked instead of an ended organisation. */
  successor_reason: string | null
}

export interface NominationClosingRow {
  nomination_id: number
  closed_on: IsoDate
  reason: string
  recorded_by: string
}

export interface NominationAnswerRow {
  id: number
  nomination_id: number
  body_id: number
  person_id: number
  answered_on: IsoDate
  given_by: string
  recorded_by: string
}

/** An organisation answers that it names no person. */
export interface NominationRefusalRow {
  id: number
  nomination_id: number
  body_id: number
  /** The organisation's last answer before this one. */
  after_answer: number | null
  answered_on: IsoDate
  given_by: string
  note: string | null
  recorded_by: string
}

export interface NomineeReplyRow {
  id: number
  nomination_id: number
  person_id: number
  reply: 'yes' | 'no'
  replied_on: IsoDate
  recorded_by: string
}

export interface AppointmentRow {
  id: number
  nomination_id: number
  person_id: number
  appointing_body: string
  decided_on: IsoDate
  case_number: string | null
  eligible_as: EligibleAs
  note: string | null
  recorded_by: string
}

export type LetterKind = 'request' | 'reminder' | 'appointment'

export interface LetterRow {
  id: number
  nomination_id: number
  kind: LetterKind
  /** null for the letter to the appointed member. */
  body_id: number | null
  sent_by_way_of: 'paper' | 'email'
  sent_on: IsoDate
  recorded_by: string
}

declare module 'knex/types/tables.js' {
  interface Tables {
    nominations: NominationRow
    nomination_bodies: NominationBodyRow
    nomination_closings: NominationClosingRow
    nomination_answers: NominationAnswerRow
    nomination_refusals: NominationRefusalRow
    nominee_replies: NomineeReplyRow
    appointments: AppointmentRow
    letters: LetterRow
  }
}
