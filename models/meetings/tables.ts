import type { IsoDate } from '../core/dates.ts'
import type { MeetingId, MembershipId, StatutesVersionId } from '../core/ids.ts'

export const ATTENDANCE_STATUSES = ['present', 'excused', 'left', 'absent'] as const

export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number]

export interface MeetingRow {
  id: MeetingId
  held_on: IsoDate
  starts_at: string
  place: string
  title: string
  statutes_version_id: StatutesVersionId
  /** The day of the call; null for meetings from old papers. */
  planned_on: IsoDate | null
  extraordinary: 0 | 1
  /** As models/rules/meetings/extraordinary.ts writes it. */
  asked_by: string | null
  /** null when the day is not known. */
  asked_on: IsoDate | null
}

export interface AttendanceRow {
  meeting_id: MeetingId
  membership_id: MembershipId
  status: AttendanceStatus
}

declare module 'knex/types/tables.js' {
  interface Tables {
    meetings: MeetingRow
    attendances: AttendanceRow
  }
}
