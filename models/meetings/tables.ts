import type { IsoDate } from '../core/dates.ts'

export type AttendanceStatus = 'present' | 'excused' | 'absent' | 'left'

export interface MeetingRow {
  id: number
  held_on: IsoDate
  starts_at: string
  place: string
  title: string
  statutes_version_id: number
  /** The day it was called; null for meetings from old papers. */
  planned_on: IsoDate | null
  extraordinary: 0 | 1
  /** Who asked for an extraordinary meeting, as models/rules/meetings/extraordinary.ts writes it; null where nobody is said. */
  asked_by: string | null
  /** The day they asked; null where it is not known. */
  asked_on: IsoDate | null
}

export interface AttendanceRow {
  meeting_id: number
  membership_id: number
  status: AttendanceStatus
}

declare module 'knex/types/tables.js' {
  interface Tables {
    meetings: MeetingRow
    attendances: AttendanceRow
  }
}
