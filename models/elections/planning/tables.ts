import type { IsoDate } from '../../core/dates.ts'
import type { ElectionId } from '../../core/ids.ts'

export interface PollingSittingRow {
  election_id: ElectionId
  number: number
  held_on: IsoDate
  opens_at: string
  closes_at: string
  place: string
}

export interface RerunRow {
  election_id: ElectionId
  rerun_of: ElectionId
}

export interface CallOffRow {
  election_id: ElectionId
  decided_by: string
  decided_on: IsoDate
  reason: string
  recorded_by: string
  recorded_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    polling_sittings: PollingSittingRow
    reruns: RerunRow
    election_call_offs: CallOffRow
  }
}
