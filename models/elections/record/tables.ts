import type { IsoDate } from '../../core/dates.ts'
import type { ElectionId, RecordId } from '../../core/ids.ts'

export interface RecordRow {
  id: RecordId
  election_id: ElectionId
  made_at: 'certified' | 'final' | 'annulled' | 'corrected' | 'destroyed'
  document: string
  hash: string
  audit_sequence: number
  audit_hash: string
  made_on: IsoDate
}

export interface BallotDestructionRow {
  election_id: ElectionId
  first_witness: string
  second_witness: string
  destroyed_on: IsoDate
  recorded_by: string
  recorded_on: IsoDate
  /** The rule by which they were destroyed; null for those of before it was asked for. */
  paragraph: string | null
  /** Why a sealed package was not destroyed. */
  left_reason: string | null
}

declare module 'knex/types/tables.js' {
  interface Tables {
    records: RecordRow
    ballot_destructions: BallotDestructionRow
  }
}
