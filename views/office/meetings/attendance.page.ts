import type { IsoDate } from '../../../models/core/dates.ts'
import type { Attendance } from '../../../models/meetings/attendance.ts'
import { ATTENDANCE_STATUSES, type AttendanceStatus } from '../../../models/meetings/tables.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { quorumBox, type QuorumBox } from './_quorum.page.ts'
import { chairLines, type ChairLine } from './chairs.ts'

export interface AttendancePage {
  title: string
  held_on: IsoDate
  starts_at: string
  back: string
  action: string
  /** Marks the rest as present; null before the day, and when nobody is left. */
  restAction: string | null
  quorum: QuorumBox
  chairs: ChairLine[]
  /** In the order of the buttons; before the day only apologies. */
  choices: { status: AttendanceStatus; text: string }[]
}

export function attendancePage(reader: Reader, attendance: Attendance): AttendancePage {
  const { id, title, held_on, starts_at } = attendance.meeting
  const quorum = quorumBox(reader, attendance)
  const isAnybodyLeft = attendance.chairs.some(({ member }) => member && member.status === undefined)
  const statuses = quorum.state === 'not_begun' ? (['excused'] as const) : ATTENDANCE_STATUSES
  return {
    ...{ title, held_on, starts_at },
    back: paths.meeting(id),
    action: paths.attendance(id),
    restAction: quorum.state !== 'not_begun' && isAnybodyLeft ? paths.attendanceOfRest(id) : null,
    quorum,
    chairs: chairLines(reader, attendance),
    choices: statuses.map((status) => ({ status, text: reader.t(`attendance.status.${status}`) })),
  }
}
