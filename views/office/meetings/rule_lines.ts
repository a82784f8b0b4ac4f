import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type { MeetingRow } from '../../../models/meetings/tables.ts'
import { askerFrom, lastDayToHold } from '../../../models/rules/meetings/extraordinary.ts'
import { deadlineStanding, itemDeadline } from '../../../models/rules/meetings/item_deadline.ts'
import { meetingsInYear } from '../../../models/rules/meetings/meetings_per_year.ts'
import type { RuleName, Rules } from '../../../models/statutes/document.ts'
import { askerInWords, ruleTitle } from '../../partials/statutes/statutes_text.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { capital } from '../../words.ts'

export interface RuleLines {
  lines: string[]
  assumed: RuleName[]
}

/** Returns null when the deadline is over and the day of the meeting has come. */
export function itemLines({ t, lang, today }: Reader, meeting: MeetingRow, rules: Rules): RuleLines | null {
  const deadline = itemDeadline(meeting.held_on, rules)
  if (deadline < today && meeting.held_on <= today) return null
  const standing = deadlineStanding(deadline, { plannedOn: meeting.planned_on, today })
  const leansOnNotice = typeof rules.itemDeadlineDays.value === 'object'
  return {
    lines: [t(`meetings.items.${standing}`, { date: formatDate(deadline, lang) })],
    assumed: assumedOf(rules, leansOnNotice ? ['itemDeadlineDays', 'noticeDays'] : ['itemDeadlineDays']),
  }
}

/** Returns null when the meeting is an ordinary one. */
export function extraordinaryLines(reader: Reader, meeting: MeetingRow, rules: Rules): RuleLines | null {
  const { t } = reader
  const { extraordinary, asked_by, asked_on } = meeting
  if (!extraordinary) return null
  const asker = asked_by === null ? undefined : askerFrom(asked_by)
  const rule = rules.extraordinaryMeetings?.value
  const last = rule && asked_on !== null ? lastDayToHold(rule, asked_on) : undefined
  return {
    lines: [
      t('meetings.extraordinary.badge'),
      ...(asker ? [capital(askedBy(reader, askerInWords(t, asker), asked_on))] : []),
      ...(last ? [heldBy(reader, meeting, last)] : []),
    ],
    assumed: assumedOf(rules, ['extraordinaryMeetings']),
  }
}

function askedBy({ t, lang }: Reader, who: string, on: IsoDate | null): string {
  if (on === null) return t('meetings.extraordinary.asked', { who })
  return t('meetings.extraordinary.asked_on_day', { who, date: formatDate(on, lang) })
}

function heldBy({ t, lang }: Reader, { held_on }: MeetingRow, last: IsoDate): string {
  const key = held_on <= last ? 'held_by' : 'held_too_late'
  return t(`meetings.extraordinary.${key}`, { date: formatDate(last, lang) })
}

export interface YearLine {
  text: string
  /** Said late in the year, when too few meetings are planned. */
  missing: string | null
  assumed: AssumedRules
}

/** Returns null when the statutes ask for no number of meetings. */
export function yearLine(reader: Reader, rules: Rules, meetings: readonly MeetingRow[]): YearLine | null {
  const { t, today } = reader
  const rule = rules.meetingsPerYear?.value
  if (!rule) return null
  const { held, planned, min, max, year, missing } = meetingsInYear(rule, meetings, today)
  const kind = min === 0 ? 'at_most' : min === max ? 'exactly' : 'range'
  const asked = t(`meetings.year.${kind}`, { done: held + planned, min, count: max, year })
  return {
    text: `${asked} ${t('meetings.year.of_these', { held, planned })}`,
    missing: missing > 0 ? t('meetings.year.missing', { count: missing }) : null,
    assumed: assumedRules(reader, assumedOf(rules, ['meetingsPerYear'])),
  }
}

export function assumedOf(rules: Rules, names: readonly RuleName[]): RuleName[] {
  return names.filter((name) => rules[name]?.confirmed === false)
}

/** For partials/statutes/assumed_rule: the titles, and where the first rule is read or confirmed. */
export interface AssumedRules {
  rules: string[]
  href: string
}

export function assumedRules(reader: Reader, names: readonly RuleName[]): AssumedRules {
  const [first] = names
  return {
    rules: names.map((name) => ruleTitle(reader.t, name)),
    href: first ? ruleHref(reader, first) : paths.statutes,
  }
}

function ruleHref({ can }: Reader, name: RuleName): string {
  return can['statutes.write'] ? paths.statutesRule(name) : readHref(name)
}

function readHref(name: RuleName): string {
  return `${paths.statutes}#${name}`
}

export function assumedNotice({ t }: Reader, { noticeDays }: Rules): AssumedRules {
  const rules = noticeDays.confirmed ? [] : [ruleTitle(t, 'noticeDays')]
  return { rules, href: readHref('noticeDays') }
}
