import type { IsoDate } from '../../core/dates.ts'
import type { GroundFlagId, MembershipId } from '../../core/ids.ts'

export type LostGround = 'residence' | 'activity'

export interface GroundFlagRow {
  id: GroundFlagId
  membership_id: MembershipId
  lost: LostGround
  learned_on: IsoDate
  note: string | null
  recorded_by: string
}

export interface GroundFlagClosingRow {
  flag_id: GroundFlagId
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
