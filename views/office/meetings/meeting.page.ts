import type { IsoDate } from '../../../models/core/dates.ts'
import type { Attendance } from '../../../models/meetings/attendance.ts'
import type { Rules } from '../../../models/statutes/document.ts'
import { ruleSentence } from '../../partials/statutes/statutes_text.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { quorumBox, type QuorumBox } from './_quorum.page.ts'
import { chairLines, type ChairLine } from './chairs.ts'
import {
  assumedNotice,
  assumedRules,
  extraordinaryLines,
  itemLines,
  type AssumedRules,
} from './rule_lines.ts'

export interface MeetingPage {
  title: string
  held_on: IsoDate
  starts_at: string
  place: string
  quorum: QuorumBox
  chairs: MeetingChair[]
  chairsHeading: string
  items: readonly ChairItem[]
  /** Given when the meeting was called later than the statutes say, and is still to be held. */
  shortNotice: { text: string; assumed: AssumedRules } | null
  extraordinary: string[] | null
  itemDeadline: string[] | null
  /** Of the two rules above. */
  assumed: AssumedRules
  statutesHref: string
  statutesFrom: IsoDate
  /** null for a reader who may not write attendance. */
  attendance: { href: string; text: string; secondary: boolean } | null
  /** null for a reader who may not change the meeting. */
  editHref: string | null
}

export interface ChairItem {
  person: string
  left_on: IsoDate
}

export interface MeetingChair extends ChairLine {
  /** The member's attendance; null when it is too early to ask. */
  said: string | null
}

export function meetingPage(
  reader: Reader,
  attendance: Attendance,
  items: readonly ChairItem[],
): MeetingPage {
  const { t, can, today } = reader
  const { meeting, rules } = attendance
  const { id, title, held_on, starts_at, place, statutes_version_id } = meeting
  const extraordinary = extraordinaryLines(reader, meeting, rules)
  const deadline = itemLines(reader, meeting, rules)
  const when = held_on === today ? 'today' : held_on < today ? 'past' : 'coming'
  return {
    ...{ title, held_on, starts_at, place, items },
    quorum: quorumBox(reader, attendance),
    chairs: chairLines(reader, attendance).map((chair) => withMark(reader, chair, when === 'coming')),
    chairsHeading: t(HEADINGS[when]),
    shortNotice: shortNotice(reader, attendance),
    extraordinary: extraordinary?.lines ?? null,
    itemDeadline: deadline?.lines ?? null,
    assumed: assumedRules(reader, [...(extraordinary?.assumed ?? []), ...(deadline?.assumed ?? [])]),
    statutesHref: paths.statutesVersion(statutes_version_id),
    statutesFrom: attendance.statutesFrom,
    attendance: can['meetings.attendance']
      ? { href: paths.attendance(id), text: t(BUTTONS[when]), secondary: when === 'coming' }
      : null,
    editHref: can['meetings.plan'] ? paths.editMeeting(id) : null,
  }
}

const HEADINGS = { past: 'meetings.who', today: 'meetings.who_now', coming: 'meetings.members' }

const BUTTONS = {
  past: 'meetings.write_attendance',
  today: 'meetings.open_attendance',
  coming: 'meetings.write_excused',
}

function withMark({ t }: Reader, chair: ChairLine, early: boolean): MeetingChair {
  const status = chair.member?.status ?? null
  const said = status !== null || !early ? t(`attendance.status.${status ?? 'none'}`) : null
  return { ...chair, said }
}

function shortNotice(reader: Reader, { meeting, notice, rules }: Attendance): MeetingPage['shortNotice'] {
  if (!notice?.short || reader.today > meeting.held_on) return null
  const { days, required } = notice
  const rule = noticeRule(reader, rules)
  const text =
    rule === null
      ? reader.t(shortKey(days), { count: required, days })
      : reader.t('statutes_versions.short_rule', { count: days, rule })
  return { text, assumed: assumedNotice(reader, rules) }
}

function shortKey(days: number): string {
  if (days === 0) return 'meetings.short_same_day'
  return days === 1 ? 'meetings.short_day_before' : 'meetings.short'
}

/** Returns null when the rule is only a number of days. */
export function noticeRule({ t }: Reader, { noticeDays: { value } }: Rules): string | null {
  return typeof value === 'number' ? null : ruleSentence(t, 'noticeDays', value)
}
