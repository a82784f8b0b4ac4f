import type { Request } from 'express'
import { getAttendance, type Attendance, type ChairAtTable } from '../../../models/meetings/attendance.ts'
import type { IsoDate } from '../../../models/core/dates.ts'
import type { Notice } from '../../../models/rules/meetings/notice.ts'
import { listChairItems } from '../../../models/meetings/vacant_chair.ts'
import { officesOf, type Office } from '../../../models/statutes/offices.ts'
import type { AttendanceStatus, MeetingRow } from '../../../models/meetings/tables.ts'
import type { RuleValue } from '../../../models/statutes/document.ts'
import { officeName } from '../../../views/partials/statutes/office_words.ts'
import { ruleSentence, ruleTitle } from '../../../views/partials/statutes/statutes_text.ts'
import { paths } from '../../../views/paths.ts'
import { assumedRules, extraordinaryLines, itemLines, ruleHref, type AssumedRules } from './rule_lines.ts'

/** What can be written down about a member, in the order of the buttons. */
export const STATUSES: readonly AttendanceStatus[] = ['present', 'excused', 'left', 'absent']

/** office/meetings/_quorum: the line that says whether the council can decide, and what it rests on. */
export interface QuorumBox {
  state: 'not_begun' | 'unknown' | 'quorate' | 'not_quorate'
  present: number
  base: number
  required: number
  missing: number
  excused: number
  /** The day is past, so there is nothing more to do in the room. */
  over: boolean
  rule: string
  assumed: string[]
  ruleHref: string
}

/** office/meetings/meeting. */
export interface MeetingPage {
  meeting: MeetingRow
  quorum: QuorumBox
  chairs: ChairLine[]
  /** Choices of a new chair that have been put on the meeting. */
  items: { person: string; left_on: IsoDate }[]
  /** How early the meeting was called, as long as it is still to be held. */
  notice: (Notice & { assumed: boolean; rule: string | null }) | null
  /** That it is an extra meeting, who asked for it, and by when it must be held; null of an ordinary one. */
  extraordinary: string[] | null
  /** The last day to send items in, until it is over and the day of the meeting has come. */
  itemDeadline: string[] | null
  /** Those of the two rules above that nobody has confirmed, and where to read or confirm them. */
  assumed: AssumedRules
  statutesHref: string
  statutesFrom: IsoDate
  attendanceHref: string
  editHref: string
  today: boolean
  notBegun: boolean
}

export interface ChairLine {
  slug: string
  seat: string
  member: {
    membershipId: number
    name: string
    /** What the member's office is called. */
    office: string | null
    status: AttendanceStatus | null
  } | null
}

export async function meetingPage(req: Request, id: number): Promise<MeetingPage> {
  const attendance = await getAttendance(req.db, id)
  const { meeting, notice, rules } = attendance
  const today = req.clock.today()
  const extraordinary = extraordinaryLines(req, meeting, rules)
  const items = itemLines(req, meeting, rules)
  return {
    meeting,
    quorum: quorumBox(req, attendance),
    chairs: chairLines(req, attendance),
    items: await listChairItems(req.db, id),
    notice:
      notice && today <= meeting.held_on
        ? { ...notice, assumed: !rules.noticeDays.confirmed, rule: noticeRule(req, rules.noticeDays.value) }
        : null,
    extraordinary: extraordinary?.lines ?? null,
    itemDeadline: items?.lines ?? null,
    assumed: assumedRules(req, [...(extraordinary?.assumed ?? []), ...(items?.assumed ?? [])]),
    statutesHref: paths.statutesVersion(meeting.statutes_version_id),
    statutesFrom: attendance.statutesFrom,
    attendanceHref: paths.attendance(id),
    editHref: paths.editMeeting(id),
    today: meeting.held_on === today,
    notBegun: today < meeting.held_on,
  }
}

/** office/meetings/attendance: for the chair's phone. */
export interface AttendancePage {
  meeting: MeetingRow
  back: string
  action: string
  quorum: QuorumBox
  chairs: ChairLine[]
  /** What may be written down now: before the day only apologies. */
  choices: readonly AttendanceStatus[]
}

export async function attendancePage(req: Request, id: number): Promise<AttendancePage> {
  const attendance = await getAttendance(req.db, id)
  const quorum = quorumBox(req, attendance)
  return {
    meeting: attendance.meeting,
    back: paths.meeting(id),
    action: paths.attendance(id),
    quorum,
    chairs: chairLines(req, attendance),
    choices: quorum.state === 'not_begun' ? ['excused'] : STATUSES,
  }
}

function quorumBox(req: Request, { meeting, chairs, quorum, rules }: Attendance): QuorumBox {
  const { present, base, required, missing } = quorum
  return {
    state: req.clock.today() < meeting.held_on ? 'not_begun' : stateOf(quorum.quorate),
    present: present === 'unknown' ? 0 : present,
    base,
    required,
    missing,
    excused: chairs.filter(({ member }) => member?.status === 'excused').length,
    over: meeting.held_on < req.clock.today(),
    rule: ruleSentence(req.t, 'quorum', rules.quorum.value),
    assumed: rules.quorum.confirmed ? [] : [ruleTitle(req.t, 'quorum')],
    ruleHref: ruleHref(req, 'quorum'),
  }
}

function stateOf(quorate: boolean | 'unknown'): QuorumBox['state'] {
  if (quorate === 'unknown') return 'unknown'
  return quorate ? 'quorate' : 'not_quorate'
}

function chairLines(req: Request, { chairs, rules }: Attendance): ChairLine[] {
  const offices = officesOf({ rules })
  return chairs.map((chair) => chairLine(req, offices, chair))
}

function chairLine(req: Request, offices: readonly Office[], { seat, member }: ChairAtTable): ChairLine {
  const { slug, label } = seat
  if (!member) return { slug, seat: label, member: null }
  const { membership_id: membershipId, name, status = null } = member
  const office = member.office === undefined ? null : officeName(req, offices, member.office)
  return { slug, seat: label, member: { membershipId, name, office, status } }
}

/** The rule in words, where it asks for more than a number of days. */
function noticeRule(req: Request, value: RuleValue<'noticeDays'>): string | null {
  return typeof value === 'number' ? null : ruleSentence(req.t, 'noticeDays', value)
}
