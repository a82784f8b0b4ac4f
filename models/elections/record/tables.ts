import type { IsoDate } from '../../core/dates.ts'
import type { ElectionId, RecordId } from '../../core/ids.ts'

export interface RecordRow {
  id: RecordId
  election_id: ElectionId
  made_at: 'certified' | 'final' | 'annulled'
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
}

declare module 'knex/types/tables.js' {
  interface Tables {
    records: RecordRow
    ballot_destructions: BallotDestructionRow
  }
}
