import type { IsoDate } from '../../core/dates.ts'
import type {
  AppointmentId,
  BodyId,
  LetterId,
  NominationAnswerId,
  NominationId,
  NominationRefusalId,
  NomineeReplyId,
  PersonId,
  SeatId,
  StatutesVersionId,
  TermId,
} from '../../core/ids.ts'
import type { EligibleAs } from '../../elections/candidates/tables.ts'

export interface NominationRow {
  id: NominationId
  seat_id: SeatId
  term_id: TermId
  /** Set when each organisation of the area nominates one member. */
  body_id: BodyId | null
  status: 'open' | 'appointed' | 'closed'
  statutes_version_id: StatutesVersionId
  asked_on: IsoDate
  answer_by: IsoDate
}

export interface NominationBodyRow {
  nomination_id: NominationId
  body_id: BodyId
  /** Why a successor is asked instead of an ended organisation. */
  successor_reason: string | null
}

export interface NominationClosingRow {
  nomination_id: NominationId
  closed_on: IsoDate
  reason: string
  recorded_by: string
}

export interface NominationAnswerRow {
  id: NominationAnswerId
  nomination_id: NominationId
  body_id: BodyId
  person_id: PersonId
  answered_on: IsoDate
  given_by: string
  recorded_by: string
}

/** An organisation answers that it names no person. */
export interface NominationRefusalRow {
  id: NominationRefusalId
  nomination_id: NominationId
  body_id: BodyId
  /** The organisation's last answer before this one. */
  after_answer: NominationAnswerId | null
  answered_on: IsoDate
  given_by: string
  note: string | null
  recorded_by: string
}

export interface NomineeReplyRow {
  id: NomineeReplyId
  nomination_id: NominationId
  person_id: PersonId
  reply: 'yes' | 'no'
  replied_on: IsoDate
  recorded_by: string
}

export interface AppointmentRow {
  id: AppointmentId
  nomination_id: NominationId
  person_id: PersonId
  appointing_body: string
  decided_on: IsoDate
  case_number: string | null
  eligible_as: EligibleAs
  note: string | null
  recorded_by: string
}

export type LetterKind = 'request' | 'reminder' | 'appointment'

export interface LetterRow {
  id: LetterId
  nomination_id: NominationId
  kind: LetterKind
  /** null for the letter to the appointed member. */
  body_id: BodyId | null
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
