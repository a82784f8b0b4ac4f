import type { ElectionState } from '../rules/elections/state.ts'
import type { IsoDate } from '../core/dates.ts'
import type { AccountId, AreaId, ElectionId, StatutesVersionId, TermId } from '../core/ids.ts'

export type ElectionKind = 'ordinary' | 'by_election' | 'rerun'

export interface ElectionRow {
  id: ElectionId
  area_id: AreaId
  term_id: TermId
  kind: ElectionKind
  status: ElectionState
  statutes_version_id: StatutesVersionId
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
  election_id: ElectionId
  account_id: AccountId
}

declare module 'knex/types/tables.js' {
  interface Tables {
    elections: ElectionRow
    election_board: ElectionBoardRow
  }
}
