import type { Instant, IsoDate } from '../../core/dates.ts'
import type { AccountId, BoxKeyId, BoxPrintId, CandidacyId, ElectionId } from '../../core/ids.ts'

export interface BoxKeyRow {
  id: BoxKeyId
  election_id: ElectionId
  public_key: string
  threshold: number
  shares: number
  made_by: string
  made_on: IsoDate
}

export interface BoxTrialRow {
  box_key_id: BoxKeyId
  tried_by: string
  tried_on: IsoDate
}

export interface EnvelopeRow {
  id: string
  election_id: ElectionId
  sealed: Buffer
  /** SHA-256 of the sealed ballot, as hex. */
  code: string
}

export interface BallotRow {
  id: string
  election_id: ElectionId
  /** Candidacy ids as a JSON list, ascending; an empty list is a blank ballot. */
  marks: string
}

export interface BoxOpeningRow {
  election_id: ElectionId
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
  election_id: ElectionId
  candidacy_id: CandidacyId
  votes: number
}

export interface BoxCodeRow {
  election_id: ElectionId
  code: string
}

export interface BoxLossRow {
  election_id: ElectionId
  decided_by: string
  decided_on: IsoDate
  reason: string
  recorded_by: string
  recorded_on: IsoDate
  /** How many papers had been entered into the box; null where none were, and for boxes from before it was kept. */
  papers: number | null
}

/** The tablet's ballots are counted among the papers. */
export interface BoxMergerRow {
  election_id: ElectionId
  decided_by: string
  decided_on: IsoDate
}

export interface BoxPrintRow {
  id: BoxPrintId
  election_id: ElectionId
  number: number
  sheets: number
  /** Why they were printed again; null the first time. */
  reason: string | null
  printed_by: string
  printed_on: IsoDate
  /** Null for those that were printed before it was kept. */
  account_id: AccountId | null
}

export interface BoxMixRow {
  election_id: ElectionId
  sheets: number
  first_witness: string
  second_witness: string
  mixed_on: IsoDate
  recorded_by: string
}

export interface BoxCompactionRow {
  election_id: ElectionId
  done_on: IsoDate
}

/** The opening that is under way: those with slips type them one after the other. */
export interface BoxSittingRow {
  election_id: ElectionId
  /** Of the process that puts the slips together. */
  public_key: string
  ends_at: Instant
}

export interface BoxSittingSlipRow {
  election_id: ElectionId
  account_id: AccountId
  number: number
  place: number
  session_hash: string
  /** The typed share, as hex, for the sitting's process alone. */
  sealed: string
}

declare module 'knex/types/tables.js' {
  interface Tables {
    box_keys: BoxKeyRow
    box_trials: BoxTrialRow
    envelopes: EnvelopeRow
    box_mixings: EnvelopeRow
    ballots: BallotRow
    box_openings: BoxOpeningRow
    box_lines: BoxLineRow
    box_codes: BoxCodeRow
    box_losses: BoxLossRow
    box_compactions: BoxCompactionRow
    box_mergers: BoxMergerRow
    box_prints: BoxPrintRow
    box_mixes: BoxMixRow
    box_sittings: BoxSittingRow
    box_sitting_slips: BoxSittingSlipRow
  }
}
