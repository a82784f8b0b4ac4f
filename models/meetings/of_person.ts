import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { MeetingId, PersonId, TermId } from '../core/ids.ts'
import { meetingsDuring, sumAttendance, type AttendanceSum } from '../rules/council/attendance_sum.ts'
import type { TermRow } from '../council/tables.ts'
import type { AttendanceStatus } from './tables.ts'
import { standing } from '../council/in_office.ts'

export interface PersonMeeting {
  id: MeetingId
  held_on: IsoDate
  title: string
  term_id: TermId
  /** null when it is not written down. */
  status: AttendanceStatus | null
}

/** Up to the day, newest first. Struck-out memberships do not count. */
export async function listMeetingsOf(db: Db, personId: PersonId, by: IsoDate): Promise<PersonMeeting[]> {
  const memberships = await db('memberships').where({ person_id: personId }).where(standing())
  const first = memberships.map(({ starts_on }) => starts_on).sort()[0]
  if (first === undefined) return []
  const meetings = await db('meetings')
    .where('held_on', '>=', first)
    .where('held_on', '<=', by)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .select('id', 'held_on', 'title')
  const marks = await db('attendances').whereIn(
    'membership_id',
    memberships.map(({ id }) => id),
  )
  const statusOf = new Map(marks.map((mark) => [`${mark.membership_id}:${mark.meeting_id}`, mark.status]))
  return memberships
    .flatMap((membership) =>
      meetingsDuring(membership, meetings).map((meeting) => ({
        ...meeting,
        term_id: membership.term_id,
        status: statusOf.get(`${membership.id}:${meeting.id}`) ?? null,
      })),
    )
    .sort((a, b) => (a.held_on === b.held_on ? b.id - a.id : a.held_on < b.held_on ? 1 : -1))
}

export interface TermAttendance extends AttendanceSum {
  term: TermRow
}

/** Newest term first. */
export async function sumMeetings(db: Db, meetings: readonly PersonMeeting[]): Promise<TermAttendance[]> {
  const terms = await db('terms')
    .whereIn('id', [...new Set(meetings.map(({ term_id }) => term_id))])
    .orderBy('starts_on', 'desc')
  return terms.map((term) => {
    const own = meetings.filter(({ term_id }) => term_id === term.id)
    return { term, ...sumAttendance(own.map(({ status }) => status)) }
  })
}
