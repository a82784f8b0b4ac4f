import type { IsoDate } from '../../core/dates.ts'
import type { ElectionId } from '../../core/ids.ts'

export interface RollEntryRow {
  /** Random: it tells nothing about who came when. */
  id: string
  election_id: ElectionId
  name: string
  note: string | null
  marked: 0 | 1
}

export interface RollWordRow {
  election_id: ElectionId
  word: string
  entry_id: string
}

export interface RollErasureRow {
  election_id: ElectionId
  entries: number
  marked: number
  erased_by: string
  erased_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    roll_entries: RollEntryRow
    roll_words: RollWordRow
    roll_erasures: RollErasureRow
  }
}
