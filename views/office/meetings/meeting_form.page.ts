import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type { MeetingRow } from '../../../models/meetings/tables.ts'
import { askerKey } from '../../../models/rules/meetings/extraordinary.ts'
import { firstDayWithNotice, noticeRequired } from '../../../models/rules/meetings/notice.ts'
import type { Rules } from '../../../models/statutes/document.ts'
import { askerInWords, ruleSentence } from '../../partials/statutes/statutes_text.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { noticeRule } from './meeting.page.ts'
import { assumedNotice, assumedOf, assumedRules, type AssumedRules } from './rule_lines.ts'

export interface MeetingFormPage {
  heading: string
  action: string
  back: string
  button: string
  title: string
  held_on: IsoDate | undefined
  starts_at: string
  place: string
  /** How long before members must be called, and the first day that keeps it if they are called today. */
  notice: { text: string; assumed: AssumedRules }
  extraordinary: ExtraordinaryFields
}

export interface ExtraordinaryFields {
  marked: boolean
  askedBy: string
  askedOn: IsoDate | undefined
  /** Who may ask by the statutes; null when they say nothing. */
  rule: { sentence: string; askers: { value: string; text: string }[]; assumed: AssumedRules } | null
}

/** Today's rules for the notice, those of the day of the meeting for the rest. */
export interface FormRules {
  today: Rules
  onDay: Rules
}

/** Proposes the time and the place of the latest meeting. */
export function newMeetingPage(
  reader: Reader,
  rules: FormRules,
  { latest, constituting }: { latest: MeetingRow | undefined; constituting: boolean },
): MeetingFormPage {
  const { t } = reader
  return {
    heading: t('meetings.new'),
    action: paths.newMeeting,
    back: paths.meetings,
    button: t('meetings.plan'),
    title: t(constituting ? 'meetings.constituting' : 'meetings.ordinary'),
    held_on: undefined,
    starts_at: latest?.starts_at ?? '',
    place: latest?.place ?? '',
    notice: noticeLine(reader, rules.today),
    extraordinary: extraordinaryFields(reader, rules.onDay),
  }
}

export function changedMeetingPage(reader: Reader, rules: FormRules, meeting: MeetingRow): MeetingFormPage {
  const { id, title, held_on, starts_at, place } = meeting
  return {
    heading: reader.t('meetings.edit'),
    action: paths.editMeeting(id),
    back: paths.meeting(id),
    button: reader.t('meetings.save'),
    ...{ title, held_on, starts_at, place },
    notice: noticeLine(reader, rules.today),
    extraordinary: extraordinaryFields(reader, rules.onDay, meeting),
  }
}

function noticeLine(reader: Reader, rules: Rules): MeetingFormPage['notice'] {
  const { t, lang, today } = reader
  const { value } = rules.noticeDays
  const rule = noticeRule(reader, rules)
  const date = formatDate(firstDayWithNotice(today, value), lang)
  const text =
    rule === null
      ? t('meetings.notice', { count: noticeRequired(value).days, date })
      : t('statutes_versions.notice_rule', { rule, date })
  return { text, assumed: assumedNotice(reader, rules) }
}

function extraordinaryFields(reader: Reader, rules: Rules, meeting?: MeetingRow): ExtraordinaryFields {
  const { t } = reader
  const rule = rules.extraordinaryMeetings?.value
  return {
    marked: meeting?.extraordinary === 1,
    askedBy: meeting?.asked_by ?? '',
    askedOn: meeting?.asked_on ?? undefined,
    rule: rule
      ? {
          sentence: ruleSentence(t, 'extraordinaryMeetings', rule),
          askers: rule.askedBy.map((asker) => ({
            value: askerKey(asker),
            text: t('meetings.extraordinary.yes', { who: askerInWords(t, asker) }),
          })),
          assumed: assumedRules(reader, assumedOf(rules, ['extraordinaryMeetings'])),
        }
      : null,
  }
}
