import { act, type By } from '../core/audit.ts'
import type { IsoDate } from '../core/dates.ts'
import type { Db, Trx } from '../core/db.ts'
import type { MeetingId, MembershipId } from '../core/ids.ts'
import { Refused } from '../core/errors.ts'
import { inOffice } from '../council/in_office.ts'
import type { SeatInArea } from '../council/seats.ts'
import { rosterOn } from '../council/roster.ts'
import { getStatutesVersion } from '../statutes/versions.ts'
import { membersPresent } from '../rules/council/attendance.ts'
import { noticeGiven, type Notice } from '../rules/meetings/notice.ts'
import { quorum, type Quorum } from '../rules/meetings/quorum.ts'
import type { Rules, Statutes } from '../statutes/document.ts'
import type { OfficeKey } from '../statutes/offices.ts'
import type { AttendanceStatus, MeetingRow } from './tables.ts'
import { getMeeting } from './meetings.ts'

export interface ChairAtTable {
  seat: SeatInArea
  member:
    | {
        membership_id: MembershipId
        name: string
        office: OfficeKey | undefined
        status: AttendanceStatus | undefined
      }
    | undefined
}

export interface Attendance {
  meeting: MeetingRow
  chairs: ChairAtTable[]
  quorum: Quorum
  rules: Rules
  /** The first day in force of the meeting's statutes. */
  statutesFrom: IsoDate
  notice: Notice | undefined
}

export async function getAttendance(db: Db, id: MeetingId): Promise<Attendance> {
  const meeting = await getMeeting(db, id)
  const { statutes } = await getStatutesVersion(db, meeting.statutes_version_id)
  return attendanceAt(meeting, statutes, await listChairs(db, meeting))
}

export function attendanceAt(
  meeting: MeetingRow,
  { rules, inForceFrom }: Pick<Statutes, 'rules' | 'inForceFrom'>,
  chairs: ChairAtTable[],
): Attendance {
  const members = chairs.flatMap(({ member }) => member ?? [])
  return {
    meeting,
    chairs,
    rules,
    statutesFrom: inForceFrom,
    quorum: quorum(rules.quorum.value, {
      allSeats: chairs.length,
      filledSeats: members.length,
      present: membersPresent(members.map(({ status }) => status ?? null)),
    }),
    notice: noticeGiven(meeting.planned_on, meeting.held_on, rules.noticeDays.value),
  }
}

/** The register says who sits on a seat; a mark for another person counts nothing. */
async function listChairs(db: Db, { id, held_on }: MeetingRow): Promise<ChairAtTable[]> {
  const marks = await db('attendances').where({ meeting_id: id })
  return (await rosterOn(db, held_on)).map(({ seat, member }) => ({
    seat,
    member: member && {
      membership_id: member.id,
      name: member.person,
      office: member.office,
      status: marks.find(({ membership_id }) => membership_id === member.id)?.status,
    },
  }))
}

export interface MarkForm {
  membership_id: MembershipId
  /** undefined takes back what was written. */
  status: AttendanceStatus | undefined
}

/** The last writer is right. Before the day only apologies are accepted. An unchanged mark is not written again. */
export async function markAttendance(
  db: Db,
  by: By,
  id: MeetingId,
  form: MarkForm,
): Promise<{ membershipId: MembershipId }> {
  const { membership_id, status } = form
  const key = { meeting_id: id, membership_id }
  const now = await db('attendances').where(key).first('status')
  if (now !== undefined && now.status === status) return { membershipId: membership_id }
  return act(db, by, async (trx) => {
    const meeting = await getMeeting(trx, id)
    if (by.clock.today() < meeting.held_on && status !== undefined && status !== 'excused')
      throw new Refused('meeting_not_begun', { date: meeting.held_on })
    await requireMember(trx, membership_id, meeting)
    await trx('attendances').where(key).delete()
    if (status !== undefined) await trx('attendances').insert({ ...key, status })
    const details = { membership: membership_id, status: status ?? 'unknown' }
    const result = { membershipId: membership_id }
    return { action: 'meeting.attendance', subject: `meeting:${id}`, details, result }
  })
}

/** Everybody of whom nothing is written is there. What others have written stays; with nobody left, nothing is written. */
export async function markRestPresent(db: Db, by: By, id: MeetingId): Promise<{ marked: number }> {
  const left = await listUnmarked(db, await getMeeting(db, id))
  if (left.length === 0) return { marked: 0 }
  return act(db, by, async (trx) => {
    const meeting = await getMeeting(trx, id)
    if (by.clock.today() < meeting.held_on) throw new Refused('meeting_not_begun', { date: meeting.held_on })
    const memberships = await listUnmarked(trx, meeting)
    const rows = memberships.map((membership_id) => ({ meeting_id: id, membership_id }))
    for (const row of rows) await trx('attendances').insert({ ...row, status: 'present' })
    const details = { membership: memberships, status: 'present' }
    const result = { marked: rows.length }
    return { action: 'meeting.attendance', subject: `meeting:${id}`, details, result }
  })
}

async function listUnmarked(db: Db, meeting: MeetingRow): Promise<MembershipId[]> {
  const members = (await listChairs(db, meeting)).flatMap(({ member }) => member ?? [])
  return members.filter(({ status }) => status === undefined).map(({ membership_id }) => membership_id)
}

async function requireMember(trx: Trx, id: MembershipId, { held_on }: MeetingRow): Promise<void> {
  const member = await trx('memberships').where({ id }).where(inOffice(held_on)).first('id')
  if (!member) throw new Refused('not_member_that_day', { date: held_on })
}
