import { isoDate } from '../../../models/core/dates.ts'
import { attendanceAt, type Attendance, type ChairAtTable } from '../../../models/meetings/attendance.ts'
import type { AttendanceStatus, MeetingRow } from '../../../models/meetings/tables.ts'
import type { OfficeKey } from '../../../models/statutes/offices.ts'
import { randers } from '../statutes/randers.ts'
import { anId } from '../ids.ts'

/** An ordinary meeting on 15 January 2026 that was called two weeks before. */
export function aMeetingRow(given: Partial<MeetingRow> = {}): MeetingRow {
  return {
    id: anId(4),
    held_on: isoDate('2026-01-15'),
    starts_at: '17.00',
    place: 'Laksetorvet',
    title: 'Rådsmøde',
    statutes_version_id: anId(1),
    planned_on: isoDate('2026-01-01'),
    extraordinary: 0,
    asked_by: null,
    asked_on: null,
    ...given,
  }
}

export function aChair(
  number: number,
  given: { name?: string; office?: OfficeKey; status?: AttendanceStatus | undefined } = {},
): ChairAtTable {
  const { name, office, status } = given
  const area = { area_id: anId(1), area_slug: 'slotsgaarden', area_name: 'Slotsgården' }
  const seat = {
    id: anId(number),
    slug: `slotsgaarden-${number}`,
    starts_on: isoDate('2018-01-01'),
    ends_on: null,
  }
  return {
    seat: { ...area, ...seat, number, area_kind: 'place', label: `Slotsgården ${number}` },
    member: name === undefined ? undefined : { membership_id: anId(number), name, office, status },
  }
}

/** Nine members less the vacant seats, with these numbers of members present and excused. */
export function theTable(
  given: { present?: number; excused?: number; vacant?: number } = {},
): ChairAtTable[] {
  const { present = 0, excused = 0, vacant = 0 } = given
  return Array.from({ length: 9 }, (_, index) => {
    if (index >= 9 - vacant) return aChair(index + 1)
    const status = index < present ? 'present' : index < present + excused ? 'excused' : undefined
    return aChair(index + 1, { name: `Medlem ${index + 1}`, status })
  })
}

export function anAttendance(
  chairs: ChairAtTable[] = theTable(),
  { meeting = aMeetingRow(), statutes = randers() } = {},
): Attendance {
  return attendanceAt(meeting, statutes, chairs)
}
