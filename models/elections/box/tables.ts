import type { IsoDate } from '../../core/dates.ts'

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
  /** Candidacy ids as a JSON list, ascending; an empty list is a blank ballot. */
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

declare module 'knex/types/tables.js' {
  interface Tables {
    box_keys: BoxKeyRow
    box_trials: BoxTrialRow
    envelopes: EnvelopeRow
    ballots: BallotRow
    box_openings: BoxOpeningRow
    box_lines: BoxLineRow
    box_codes: BoxCodeRow
    box_losses: BoxLossRow
    box_compactions: BoxCompactionRow
  }
}
