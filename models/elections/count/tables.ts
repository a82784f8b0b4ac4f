import type { IsoDate } from '../../core/dates.ts'

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

export interface InvalidBallotRow {
  count_id: number
  number: number
  reason:
    'no_cross' | 'unclear_candidate' | 'too_many_marks' | 'recognisable' | 'not_official_ballot' | 'other'
  note: string | null
}

export interface RecountRow {
  id: number
  election_id: number
  complaint_id: number
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
