import type { IsoDate } from '../../core/dates.ts'

export type LostGround = 'residence' | 'activity'

export interface GroundFlagRow {
  id: number
  membership_id: number
  lost: LostGround
  learned_on: IsoDate
  note: string | null
  recorded_by: string
}

export interface GroundFlagClosingRow {
  flag_id: number
  closed_on: IsoDate
  note: string
  recorded_by: string
}

declare module 'knex/types/tables.js' {
  interface Tables {
    ground_flags: GroundFlagRow
    ground_flag_closings: GroundFlagClosingRow
  }
}
