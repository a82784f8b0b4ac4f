import type { Request } from 'express'
import {
  findLatestMeeting,
  getMeeting,
  listComingMeetings,
  listHeldMeetings,
} from '../../../models/meetings/meetings.ts'
import { parseDate, type IsoDate } from '../../../models/core/dates.ts'
import { getStatutesVersion, statutesOn } from '../../../models/statutes/versions.ts'
import { firstDayWithNotice, noticeRequired } from '../../../models/rules/meetings/notice.ts'
import type { Rules } from '../../../models/statutes/document.ts'
import type { MeetingRow } from '../../../models/meetings/tables.ts'
import { ruleSentence, ruleTitle } from '../../../views/partials/statutes/statutes_text.ts'
import { paths } from '../../../views/paths.ts'
import { extraordinaryFields, yearLine, type ExtraordinaryFields, type YearLine } from './rule_lines.ts'

/** office/meetings/list. */
export interface MeetingsPage {
  coming: MeetingLine[]
  held: (MeetingLine & { present: number | null })[]
  newHref: string
  /** How many meetings the year has of those that the statutes ask for; null where they say nothing of it. */
  year: YearLine | null
}

export interface MeetingLine {
  href: string
  title: string
  held_on: IsoDate
  starts_at: string
  place: string
  today: boolean
  extraordinary: boolean
}

export async function meetingsPage(req: Request): Promise<MeetingsPage> {
  const today = req.clock.today()
  const coming = await listComingMeetings(req.db, today)
  const held = await listHeldMeetings(req.db, today)
  return {
    coming: coming.map((meeting) => lineOf(meeting, today)),
    held: held.map((meeting) => ({ ...lineOf(meeting, today), present: meeting.present })),
    newHref: paths.newMeeting,
    year: yearLine(req, (await statutesOn(req.db, today)).statutes.rules, [...coming, ...held]),
  }
}

function lineOf(meeting: MeetingRow, today: IsoDate): MeetingLine {
  const { id, title, held_on, starts_at, place, extraordinary } = meeting
  return {
    href: paths.meeting(id),
    ...{ title, held_on, starts_at, place },
    today: held_on === today,
    extraordinary: extraordinary === 1,
  }
}

/** office/meetings/form: a new meeting, or a change to one. */
export interface MeetingFormPage {
  heading: string
  action: string
  back: string
  button: string
  title: string
  held_on: IsoDate | undefined
  starts_at: string
  place: string
  /** How long before members must be called (in words where it is more than a number of days), and the first day with that notice if it is called today. */
  notice: { required: number; rule: string | null; firstDay: IsoDate; assumed: string[] }
  extraordinary: ExtraordinaryFields
}

export async function newMeetingPage(req: Request): Promise<MeetingFormPage> {
  const latest = await findLatestMeeting(req.db)
  const constituting = req.query.slags === 'konstituerende'
  return {
    heading: req.t('meetings.new'),
    action: paths.newMeeting,
    back: paths.meetings,
    button: req.t('meetings.plan'),
    title: req.t(constituting ? 'meetings.constituting' : 'meetings.ordinary'),
    held_on: undefined,
    starts_at: latest?.starts_at ?? '',
    place: latest?.place ?? '',
    notice: await noticeFor(req),
    extraordinary: extraordinaryFields(req, await rulesOnDay(req)),
  }
}

export async function oldMeetingPage(req: Request, id: number): Promise<MeetingFormPage> {
  const meeting = await getMeeting(req.db, id)
  const { title, held_on, starts_at, place } = meeting
  return {
    heading: req.t('meetings.edit'),
    action: paths.editMeeting(id),
    back: paths.meeting(id),
    button: req.t('meetings.save'),
    title,
    held_on,
    starts_at,
    place,
    notice: await noticeFor(req),
    extraordinary: extraordinaryFields(req, await rulesOnDay(req, meeting), meeting),
  }
}

/** The rules of the day that was typed, where a form comes back; else those the meeting is held under, or today's. */
async function rulesOnDay(req: Request, meeting?: MeetingRow): Promise<Rules> {
  const typed = req.typed.held_on
  const day = typeof typed === 'string' ? parseDate(typed) : undefined
  const version =
    meeting && (day ?? meeting.held_on) === meeting.held_on
      ? await getStatutesVersion(req.db, meeting.statutes_version_id)
      : await statutesOn(req.db, day ?? req.clock.today())
  return version.statutes.rules
}

async function noticeFor(req: Request): Promise<MeetingFormPage['notice']> {
  const today = req.clock.today()
  const { value, confirmed } = (await statutesOn(req.db, today)).statutes.rules.noticeDays
  return {
    required: noticeRequired(value).days,
    rule: typeof value === 'number' ? null : ruleSentence(req.t, 'noticeDays', value),
    firstDay: firstDayWithNotice(today, value),
    assumed: confirmed ? [] : [ruleTitle(req.t, 'noticeDays')],
  }
}
