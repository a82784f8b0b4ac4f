import type { ElectionState } from '../rules/elections/state.ts'
import type { IsoDate } from '../core/dates.ts'

export type ElectionKind = 'ordinary' | 'by_election' | 'rerun'

export interface ElectionRow {
  id: number
  area_id: number
  term_id: number
  kind: ElectionKind
  status: ElectionState
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
  means: 'paper' | 'booth' | 'both'
  uncontested_body: string | null
  uncontested_on: IsoDate | null
}

export interface ElectionBoardRow {
  election_id: number
  account_id: number
}

declare module 'knex/types/tables.js' {
  interface Tables {
    elections: ElectionRow
    election_board: ElectionBoardRow
  }
}
