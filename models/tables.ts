import type { Instant, IsoDate } from './core/dates.ts'
import type { EndReason } from './rules/council/membership.ts'
import type {
  ImportedMembershipRow,
  ImportedPersonRow,
  ImportedSeatRow,
  ImportedTermRow,
  ImportJobRow,
  ImportRow,
} from './tables/exchange.ts'
import type {
  PollingSittingRow,
  RerunRow,
  CandidatePhotoRow,
  BallotPrintRow,
  RollEntryRow,
  RollWordRow,
  PollingTallyRow,
  HelpGivenRow,
  PollingPauseRow,
  PollingResumptionRow,
  RollCorrectionRow,
  RollErasureRow,
  BallotDestructionRow,
  InvalidBallotRow,
  ComplaintRow,
  ComplaintDecisionRow,
  RecountRow,
  DrawRow,
  LotDrawRow,
  RecordRow,
  BoxKeyRow,
  BoxTrialRow,
  BoothPairingRow,
  BoothRow,
  EnvelopeRow,
  BallotRow,
  BoxOpeningRow,
  BoxLineRow,
  BoxCodeRow,
  BoxCompactionRow,
  BoxLossRow,
} from './tables/polling.ts'

export type { EndReason }
export type * from './tables/polling.ts'
export type * from './tables/substitutes.ts'
export type * from './tables/formal_appointments.ts'
export type * from './tables/renewal.ts'
export type * from './tables/exchange.ts'
export type * from './tables/privacy.ts'

/** SQLite gives 0 and 1 where PostgreSQL gives a boolean; read with Boolean(). */
export type Flag = boolean | 0 | 1

export type Role = 'secretary' | 'polling_officer' | 'chair' | 'member' | 'auditor' | 'administrator'
export type Office = 'chair' | 'vice_chair'
export type Origin = 'election' | 'appointment' | 'registration'
export type AttendanceStatus = 'present' | 'excused' | 'absent' | 'left'
export type ContactBy = 'place' | 'email' | 'phone' | 'post' | 'digital_post'
export type EligibleAs = 'resident' | 'active'
export type ElectionKind = 'ordinary' | 'by_election' | 'rerun'
export type ElectionStatus =
  | 'planned'
  | 'nominating'
  | 'listed'
  | 'polling'
  | 'closed'
  | 'counted'
  | 'lot_required'
  | 'uncontested'
  | 'unfilled'
  | 'certified'
  | 'final'
  | 'annulled'
  | 'rerun'

export interface StatutesVersionRow {
  id: number
  in_force_from: IsoDate
  document: string
  reason: string
  rule_key: string | null
  made_by: string
  made_on: IsoDate
  replaces_id: number | null
}

export interface TermRow {
  id: number
  starts_on: IsoDate
  ends_on: IsoDate
  municipal_election_on: IsoDate
}

export interface BodyRow {
  id: number
  slug: string
  kind: 'place' | 'organisation'
  active_from: IsoDate | null
  active_until: IsoDate | null
  successor_id: number | null
  address: string | null
}

export interface BodyNameRow {
  id: number
  body_id: number
  name: string
  kind: 'official' | 'alias'
  valid_from: IsoDate | null
  valid_until: IsoDate | null
}

export interface AreaRow {
  id: number
  slug: string
  kind: 'place' | 'organisations'
  name: string
  position: number
}

export interface AreaBodyRow {
  id: number
  area_id: number
  body_id: number
  starts_on: IsoDate | null
  ends_on: IsoDate | null
}

export interface SeatRow {
  id: number
  area_id: number
  number: number
  slug: string
  starts_on: IsoDate
  ends_on: IsoDate | null
}

export interface PersonRow {
  id: number
  name: string
  email: string | null
  phone: string | null
  postal_address: string | null
  contact_by: ContactBy
  contact_place_id: number | null
  protected_address: Flag
  registered_on: IsoDate
}

export interface PersonPublicationRow {
  id: number
  person_id: number
  field: 'name' | 'email' | 'phone'
  published: Flag
  decided_on: IsoDate
}

export interface AccountRow {
  id: number
  name: string
  email: string
  password_hash: string | null
  password_version: number
  role: Role
  person_id: number | null
  made_on: IsoDate
  closed_on: IsoDate | null
}

export interface AccountPlaceRow {
  account_id: number
  body_id: number
}

export interface SignInLinkRow {
  token_hash: string
  purpose: 'first_account' | 'password'
  account_id: number | null
  expires_at: Instant
  used_at: Instant | null
}

export interface AuditEventRow {
  sequence: number
  day: IsoDate
  actor: string
  action: string
  subject: string
  details: string
  previous_hash: string
  hash: string
}

export interface AuditHeadRow {
  id: 1
  sequence: number
  hash: string
}

export interface ReceiptRow {
  key: string
  result: string
  day: IsoDate
}

export interface ElectionRow {
  id: number
  area_id: number
  term_id: number
  kind: ElectionKind
  status: ElectionStatus
  statutes_version_id: number
  seats: number
  place: string
  candidates_by: IsoDate
  polling_on: IsoDate
  opens_at: string
  closes_at: string
  complaints_until: IsoDate
  list_version: number
  roll_kind: 'named' | 'alias' | 'counted'
  /** How people vote: on paper, on a tablet, or as they like. */
  means: 'paper' | 'booth' | 'both'
  uncontested_body: string | null
  uncontested_on: IsoDate | null
}

export interface ElectionBoardRow {
  election_id: number
  account_id: number
}

export interface CandidacyRow {
  id: number
  election_id: number
  person_id: number | null
  name: string
  contact: string | null
  consented_on: IsoDate
  eligible_as: EligibleAs
  eligibility_checked_by: string
  eligibility_checked_on: IsoDate
  /** The name of a drawing beside the name on the ballot, for those who read little. */
  symbol: string | null
  /** At most twenty words. */
  statement: string | null
  ballot_position: number | null
  withdrawn_on: IsoDate | null
  /** The application is erased; the name stands only where it stood on the ballot. */
  erased_on: IsoDate | null
}

export interface PaperAccountRow {
  id: number
  election_id: number
  printed: number
  handed_out: number
  exchanged: number
  not_returned: number
  unused: number
  difference_reason: string | null
  made_by: string
  made_on: IsoDate
}

export interface CountRow {
  id: number
  election_id: number
  round: number
  account_id: number
  counter: string
  list_version: number
  ballots_in_box: number
  blank: number
  invalid: number
  difference_reason: string | null
  made_on: IsoDate
}

export interface CountLineRow {
  count_id: number
  candidacy_id: number
  votes: number
}

export interface PollingOpeningRow {
  id: number
  election_id: number
  opened_at: string
  first_witness: string
  second_witness: string
  recorded_by: string
  recorded_on: IsoDate
}

export interface PollingClosingRow {
  id: number
  election_id: number
  closed_at: string
  early_reason: string | null
  /** Why it was written down on a later day, where it was forgotten. */
  late_reason: string | null
  recorded_by: string
  recorded_on: IsoDate
}

export interface LotRow {
  id: number
  election_id: number
  about: 'tie' | 'ballot_order'
  round: number
  /** Candidacy ids as a JSON list, ascending. */
  among: string
  /** The ids chosen, ascending; for the order on the ballot all of them, first on the ballot first. */
  chosen: string
  method: 'slips' | 'straws' | 'coin' | 'other'
  witnesses: string
  drawn_by: string
  drawn_on: IsoDate
}

export interface CertificationRow {
  id: number
  election_id: number
  round: number
  account_id: number
  certifier: string
  result_hash: string
  certified_on: IsoDate
}

export interface NominationRow {
  id: number
  seat_id: number
  term_id: number
  /** The organisation that is asked, where each of the area's organisations nominates one member. */
  body_id: number | null
  status: 'open' | 'appointed' | 'closed'
  statutes_version_id: number
  asked_on: IsoDate
  answer_by: IsoDate
}

export interface NominationBodyRow {
  nomination_id: number
  body_id: number
  /** Why a successor is asked instead of an organisation of the area that has ended. */
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
  /** The reason is for the secretary alone. */
  end_private: 0 | 1
}

export interface OfficeholdingRow {
  id: number
  office: Office
  number: number
  membership_id: number
  starts_on: IsoDate
  ends_on: IsoDate
  decided_on: IsoDate
  decided_by: string
  end_note: string | null
  voided_on: IsoDate | null
}

export interface MeetingRow {
  id: number
  held_on: IsoDate
  starts_at: string
  place: string
  title: string
  statutes_version_id: number
  /** The day it was called; null for meetings from old papers. */
  planned_on: IsoDate | null
  extraordinary: 0 | 1
  /** Who asked for an extraordinary meeting, as models/rules/meetings/extraordinary.ts writes it; null where nobody is said. */
  asked_by: string | null
  /** The day they asked; null where it is not known. */
  asked_on: IsoDate | null
}

export interface AttendanceRow {
  meeting_id: number
  membership_id: number
  status: AttendanceStatus
}

declare module 'knex/types/tables.js' {
  interface Tables {
    statutes_versions: StatutesVersionRow
    terms: TermRow
    bodies: BodyRow
    body_names: BodyNameRow
    areas: AreaRow
    area_bodies: AreaBodyRow
    seats: SeatRow
    people: PersonRow
    person_publications: PersonPublicationRow
    accounts: AccountRow
    account_places: AccountPlaceRow
    sign_in_links: SignInLinkRow
    audit_events: AuditEventRow
    audit_heads: AuditHeadRow
    receipts: ReceiptRow
    elections: ElectionRow
    election_board: ElectionBoardRow
    candidacies: CandidacyRow
    paper_accounts: PaperAccountRow
    counts: CountRow
    count_lines: CountLineRow
    polling_openings: PollingOpeningRow
    polling_closings: PollingClosingRow
    lots: LotRow
    certifications: CertificationRow
    polling_sittings: PollingSittingRow
    reruns: RerunRow
    candidate_photos: CandidatePhotoRow
    ballot_prints: BallotPrintRow
    roll_entries: RollEntryRow
    roll_words: RollWordRow
    polling_tallies: PollingTallyRow
    help_given: HelpGivenRow
    polling_pauses: PollingPauseRow
    polling_resumptions: PollingResumptionRow
    roll_corrections: RollCorrectionRow
    roll_erasures: RollErasureRow
    ballot_destructions: BallotDestructionRow
    invalid_ballots: InvalidBallotRow
    complaints: ComplaintRow
    complaint_decisions: ComplaintDecisionRow
    recounts: RecountRow
    draws: DrawRow
    lot_draws: LotDrawRow
    records: RecordRow
    box_keys: BoxKeyRow
    box_trials: BoxTrialRow
    booth_pairings: BoothPairingRow
    booths: BoothRow
    envelopes: EnvelopeRow
    ballots: BallotRow
    box_openings: BoxOpeningRow
    box_lines: BoxLineRow
    box_codes: BoxCodeRow
    box_compactions: BoxCompactionRow
    box_losses: BoxLossRow
    nominations: NominationRow
    nomination_bodies: NominationBodyRow
    nomination_answers: NominationAnswerRow
    nomination_closings: NominationClosingRow
    appointments: AppointmentRow
    memberships: MembershipRow
    officeholdings: OfficeholdingRow
    meetings: MeetingRow
    attendances: AttendanceRow
    imports: ImportRow
    import_jobs: ImportJobRow
    imported_memberships: ImportedMembershipRow
    imported_people: ImportedPersonRow
    imported_terms: ImportedTermRow
    imported_seats: ImportedSeatRow
    sessions: { sid: string; sess: string; expired: string }
  }
}
