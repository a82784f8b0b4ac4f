import type { Instant, IsoDate } from '../core/dates.ts'
import type { LotRow } from '../tables.ts'

/* The rows of the polling day, the booth and what comes after the count. */

export interface PollingSittingRow {
  election_id: number
  number: number
  held_on: IsoDate
  opens_at: string
  closes_at: string
  place: string
}

export interface RerunRow {
  election_id: number
  rerun_of: number
}

export interface CandidatePhotoRow {
  candidacy_id: number
  jpeg: Buffer
  sha256: string
  added_on: IsoDate
}

export interface BallotPrintRow {
  id: number
  election_id: number
  list_version: number
  copies: number
  recorded_by: string
  recorded_on: IsoDate
}

export interface RollEntryRow {
  /** Random, so that it tells nothing about who came when. */
  id: string
  election_id: number
  name: string
  note: string | null
  marked: 0 | 1
}

export interface RollWordRow {
  election_id: number
  word: string
  entry_id: string
}

export interface PollingTallyRow {
  election_id: number
  open: 0 | 1
  handed_out: number
  exchanged: number
  not_returned: number
  marked: number
}

export type HelpKind = 'officials' | 'own_helper' | 'helper_alone' | 'outside_room'

export interface HelpGivenRow {
  election_id: number
  kind: HelpKind
  officials: number
  times: number
}

export interface PollingPauseRow {
  id: number
  election_id: number
  paused_on: IsoDate
  paused_at: string
  reason: string
  recorded_by: string
}

export interface PollingResumptionRow {
  pause_id: number
  resumed_on: IsoDate
  resumed_at: string
  recorded_by: string
}

export interface RollCorrectionRow {
  id: number
  election_id: number
  kind: 'unmarked' | 'handed_out' | 'exchanged' | 'not_returned' | 'help'
  reason: string
  recorded_by: string
  recorded_on: IsoDate
}

export interface RollErasureRow {
  election_id: number
  entries: number
  marked: number
  erased_by: string
  erased_on: IsoDate
}

export interface BallotDestructionRow {
  election_id: number
  first_witness: string
  second_witness: string
  destroyed_on: IsoDate
  recorded_by: string
  recorded_on: IsoDate
}

export interface InvalidBallotRow {
  count_id: number
  number: number
  reason:
    'no_cross' | 'unclear_candidate' | 'too_many_marks' | 'recognisable' | 'not_official_ballot' | 'other'
  note: string | null
}

export interface ComplaintRow {
  id: number
  election_id: number
  received_on: IsoDate
  received_by: string
  complainant: string
  text: string
  late: 0 | 1
  recorded_by: string
  recorded_on: IsoDate
}

export interface ComplaintDecisionRow {
  complaint_id: number
  outcome: 'dismissed' | 'recount' | 'annulled'
  decided_by: string
  decided_on: IsoDate
  reason: string
  recorded_by: string
  recorded_on: IsoDate
}

export interface RecountRow {
  id: number
  election_id: number
  complaint_id: number
  after_round: number
  decided_on: IsoDate
}

export interface DrawRow {
  id: number
  election_id: number
  about: LotRow['about']
  round: number
  seed: string
  commitment: string
  prepared_by: string
  prepared_on: IsoDate
}

export interface LotDrawRow {
  lot_id: number
  draw_id: number
  words: string
}

export interface RecordRow {
  id: number
  election_id: number
  made_at: 'certified' | 'final' | 'annulled'
  document: string
  hash: string
  audit_sequence: number
  audit_hash: string
  made_on: IsoDate
}

export interface BoxKeyRow {
  id: number
  election_id: number
  public_key: string
  threshold: number
  shares: number
  made_by: string
  made_on: IsoDate
}

export interface BoxTrialRow {
  box_key_id: number
  tried_by: string
  tried_on: IsoDate
}

export interface BoothPairingRow {
  code_hash: string
  election_id: number
  expires_at: Instant
  made_by: string
}

export interface BoothRow {
  id: number
  election_id: number
  number: number
  token_hash: string
  paired_on: IsoDate
  unpaired_on: IsoDate | null
  state: 'idle' | 'released' | 'showing'
  release_hash: string | null
  last_hash: string | null
  last_outcome: 'cast' | 'voided' | null
  releases: number
  ballots_cast: number
  voided: number
}

export interface EnvelopeRow {
  id: string
  election_id: number
  sealed: Buffer
  /** SHA-256 of the sealed ballot, as hex. */
  code: string
}

export interface BallotRow {
  id: string
  election_id: number
  /** The candidacies marked, as a JSON list, ascending; an empty list is a blank ballot. */
  marks: string
}

export interface BoxOpeningRow {
  election_id: number
  releases: number
  voided: number
  envelopes: number
  blank: number
  invalid: number
  codes_hash: string
  opened_by: string
  opened_on: IsoDate
}

export interface BoxLineRow {
  election_id: number
  candidacy_id: number
  votes: number
}

export interface BoxCodeRow {
  election_id: number
  code: string
}

export interface BoxLossRow {
  election_id: number
  decided_by: string
  decided_on: IsoDate
  reason: string
  recorded_by: string
  recorded_on: IsoDate
}

export interface BoxCompactionRow {
  election_id: number
  done_on: IsoDate
}
