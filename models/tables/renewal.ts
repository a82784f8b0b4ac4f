import type { IsoDate } from '../core/dates.ts'
import type { RenewalStepKind } from '../rules/renewal/renewal.ts'

/* The rows of a change of council: its timetable, letters, and what happens to places and organisations meanwhile. */

export interface RenewalRow {
  id: number
  term_id: number
  statutes_version_id: number
  made_by: string
  made_on: IsoDate
}

export interface RenewalStepRow {
  renewal_id: number
  kind: RenewalStepKind
  due_on: IsoDate
  owner: string
}

export interface RenewalDiscussionRow {
  renewal_id: number
  held_on: IsoDate
  note: string | null
  recorded_by: string
}

export interface BodyAddressRow {
  id: number
  body_id: number
  address: string
  valid_from: IsoDate
  recorded_by: string
}

export interface BodyContactRow {
  id: number
  body_id: number
  name: string
  email: string | null
  phone: string | null
  postal_address: string | null
  valid_from: IsoDate
  recorded_by: string
}

export type BodyChangeKind = 'renamed' | 'moved' | 'closed' | 'replaced' | 'merged'

export interface BodyChangeRow {
  id: number
  body_id: number
  kind: BodyChangeKind
  /** The first day of the new name or address; the last day of a body that ends. */
  effective_on: IsoDate
  into_body_id: number | null
  decided_by: string | null
  decided_on: IsoDate | null
  reason: string
  recorded_by: string
  recorded_on: IsoDate
}

export interface MergerProposalRow {
  id: number
  proposed_by: string
  proposed_on: IsoDate
  text: string
  recorded_by: string
}

export interface MergerBodyRow {
  proposal_id: number
  body_id: number
}

export interface MergerDecisionRow {
  proposal_id: number
  outcome: 'rejected' | 'adopted'
  decided_by: string
  decided_on: IsoDate
  case_number: string | null
  note: string | null
  recorded_by: string
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

/** An organisation that answers that it names nobody. */
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

export type LetterKind = 'request' | 'reminder' | 'appointment'

export interface LetterRow {
  id: number
  nomination_id: number
  kind: LetterKind
  /** The organisation that is written to; null for the letter to whoever is appointed. */
  body_id: number | null
  sent_by_way_of: 'paper' | 'email'
  sent_on: IsoDate
  recorded_by: string
}

export type LostGround = 'residence' | 'activity'

export interface GroundFlagRow {
  id: number
  membership_id: number
  lost: LostGround
  learned_on: IsoDate
  note: string | null
  recorded_by: string
}

export interface GroundFlagClosingRow {
  flag_id: number
  closed_on: IsoDate
  note: string
  recorded_by: string
}

export interface ChairItemRow {
  officeholding_id: number
  meeting_id: number
  recorded_by: string
  recorded_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    renewals: RenewalRow
    renewal_steps: RenewalStepRow
    renewal_discussions: RenewalDiscussionRow
    body_addresses: BodyAddressRow
    body_contacts: BodyContactRow
    body_changes: BodyChangeRow
    merger_proposals: MergerProposalRow
    merger_bodies: MergerBodyRow
    merger_decisions: MergerDecisionRow
    seat_decisions: SeatDecisionRow
    nomination_refusals: NominationRefusalRow
    nominee_replies: NomineeReplyRow
    letters: LetterRow
    ground_flags: GroundFlagRow
    ground_flag_closings: GroundFlagClosingRow
    chair_items: ChairItemRow
  }
}
