import type { IsoDate } from '../../core/dates.ts'
import type {
  AccountId,
  CandidacyId,
  ComplaintId,
  CountId,
  DifferenceCheckId,
  ElectionId,
  KeptCountId,
  RecountId,
} from '../../core/ids.ts'

export interface CountRow {
  id: CountId
  election_id: ElectionId
  round: number
  account_id: AccountId
  counter: string
  list_version: number
  ballots_in_box: number
  blank: number
  invalid: number
  difference_reason: string | null
  made_on: IsoDate
}

export interface CountLineRow {
  count_id: CountId
  candidacy_id: CandidacyId
  votes: number
}

export interface InvalidBallotRow {
  count_id: CountId
  number: number
  reason:
    | 'no_cross'
    | 'unclear_candidate'
    | 'too_many_marks'
    | 'too_few_marks'
    | 'recognisable'
    | 'not_official_ballot'
    | 'other'
  note: string | null
}

export interface RecountRow {
  id: RecountId
  election_id: ElectionId
  complaint_id: ComplaintId
  after_round: number
  decided_on: IsoDate
  /** JSON: `Former`. Null for a recount from before it was written down. */
  was: string | null
}

/** What was looked for when the two sheets of a round differed. */
export interface DifferenceCheckRow {
  id: DifferenceCheckId
  election_id: ElectionId
  round: number
  /** JSON: each thing that was looked for, and whether it was found. */
  answers: string
  note: string | null
  checked_by: string
  checked_on: IsoDate
}

export interface KeptCountRow {
  id: KeptCountId
  election_id: ElectionId
  round: number
  count_id: CountId
  reason: string
  decided_by: string
  decided_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    counts: CountRow
    count_lines: CountLineRow
    invalid_ballots: InvalidBallotRow
    recounts: RecountRow
    difference_checks: DifferenceCheckRow
    kept_counts: KeptCountRow
  }
}
