import type { By } from '../../../models/core/audit.ts'
import { isoDate } from '../../../models/core/dates.ts'
import type { Db } from '../../../models/core/db.ts'
import type { MeetingId, MembershipId } from '../../../models/core/ids.ts'
import { markAttendance } from '../../../models/meetings/attendance.ts'
import { planMeeting } from '../../../models/meetings/meetings.ts'
import type { AttendanceStatus } from '../../../models/meetings/tables.ts'
import { remembered } from '../databases/remembered.ts'

interface House {
  db: Db
  by: By
}

/** A meeting on 15 January 2026 kl. 17.00 by default; returns the id. */
export const aMeeting = remembered(async function aMeeting(
  { db, by }: House,
  given: { held_on?: string; starts_at?: string; title?: string; place?: string } = {},
): Promise<MeetingId> {
  const { id } = await planMeeting(db, by, {
    title: given.title ?? 'Rådsmøde',
    held_on: isoDate(given.held_on ?? '2026-01-15'),
    starts_at: given.starts_at ?? '17.00',
    place: given.place ?? 'Laksetorvet, mødelokale C.2.25',
  })
  return id
})

export const marked = remembered(async function marked(
  { db, by }: House,
  meetingId: MeetingId,
  status: AttendanceStatus,
  members: readonly { membershipId: MembershipId }[],
): Promise<void> {
  for (const { membershipId } of members) {
    await markAttendance(db, by, meetingId, { membership_id: membershipId, status })
  }
})
