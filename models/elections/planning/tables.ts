import type { IsoDate } from '../../core/dates.ts'
import type { ElectionId, ElectionMoveId } from '../../core/ids.ts'

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

export interface ElectionMoveRow {
  id: ElectionMoveId
  election_id: ElectionId
  was: IsoDate
  polling_on: IsoDate
  reason: string
  /** The list from then on: papers with the old day are void. */
  list_version: number
  moved_by: string
  moved_on: IsoDate
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
    election_moves: ElectionMoveRow
  }
}
