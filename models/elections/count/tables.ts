import type { IsoDate } from '../../core/dates.ts'
import type { AccountId, CandidacyId, ComplaintId, CountId, ElectionId, RecountId } from '../../core/ids.ts'

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
}

declare module 'knex/types/tables.js' {
  interface Tables {
    counts: CountRow
    count_lines: CountLineRow
    invalid_ballots: InvalidBallotRow
    recounts: RecountRow
  }
}
