import type { IsoDate } from '../../core/dates.ts'
import type { MeetingId, MembershipId, OfficeholdingId } from '../../core/ids.ts'
import type { OfficeKey } from '../../statutes/offices.ts'

export interface OfficeholdingRow {
  id: OfficeholdingId
  office: OfficeKey
  number: number
  membership_id: MembershipId
  starts_on: IsoDate
  ends_on: IsoDate
  decided_on: IsoDate
  decided_by: string
  end_note: string | null
  voided_on: IsoDate | null
}

export interface ChairItemRow {
  officeholding_id: OfficeholdingId
  meeting_id: MeetingId
  recorded_by: string
  recorded_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    officeholdings: OfficeholdingRow
    chair_items: ChairItemRow
  }
}
