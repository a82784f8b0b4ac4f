import type { IsoDate } from '../../../models/core/dates.ts'
import type { HeldMeeting } from '../../../models/meetings/meetings.ts'
import type { MeetingRow } from '../../../models/meetings/tables.ts'
import type { Rules } from '../../../models/statutes/document.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { yearLine, type YearLine } from './rule_lines.ts'

export interface MeetingsPage {
  coming: MeetingLine[]
  held: (MeetingLine & { said: string })[]
  /** null for a reader who may not plan meetings. */
  newHref: string | null
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

export function meetingsPage(
  reader: Reader,
  rules: Rules,
  { coming, held }: { coming: readonly MeetingRow[]; held: readonly HeldMeeting[] },
): MeetingsPage {
  return {
    coming: coming.map((meeting) => meetingLine(reader, meeting)),
    held: held.map((meeting) => ({ ...meetingLine(reader, meeting), said: presentAt(reader, meeting) })),
    newHref: reader.can['meetings.plan'] ? paths.newMeeting : null,
    year: yearLine(reader, rules, [...coming, ...held]),
  }
}

function meetingLine({ today }: Reader, meeting: MeetingRow): MeetingLine {
  const { id, title, held_on, starts_at, place, extraordinary } = meeting
  return {
    href: paths.meeting(id),
    ...{ title, held_on, starts_at, place },
    today: held_on === today,
    extraordinary: extraordinary === 1,
  }
}

function presentAt({ t }: Reader, { present }: HeldMeeting): string {
  return present === null ? t('meetings.not_stated') : t('meetings.present', { count: present })
}
