/** @article absenceLoss */

import type { Mark } from './attendance.ts'
import { includesDay, type Span } from '../core/spans.ts'
import type { IsoDate } from '../../core/dates.ts'

/** How often a member came, of the meetings held while the member sat on the council. */
export interface AttendanceSum {
  meetings: number
  present: number
  excused: number
  absent: number
  left: number
  /** Meetings without a mark. */
  unknown: number
}

/** Sums the marks of one membership, one mark per meeting. A meeting without a mark is not an absence. */
export function sumAttendance(marks: readonly Mark[]): AttendanceSum {
  const count = (wanted: Mark) => marks.filter((mark) => mark === wanted).length
  return {
    meetings: marks.length,
    present: count('present'),
    excused: count('excused'),
    absent: count('absent'),
    left: count('left'),
    unknown: count(null),
  }
}

export function meetingsDuring<M extends { held_on: IsoDate }>(span: Span, meetings: readonly M[]): M[] {
  return meetings.filter(({ held_on }) => includesDay(span, held_on))
}
