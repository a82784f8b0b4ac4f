import type { Request } from 'express'
import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import { askerFrom, askerKey, lastDayToHold } from '../../../models/rules/meetings/extraordinary.ts'
import { deadlineStanding, itemDeadline } from '../../../models/rules/meetings/item_deadline.ts'
import { meetingsInYear } from '../../../models/rules/meetings/meetings_per_year.ts'
import type { RuleName, Rules } from '../../../models/statutes/document.ts'
import type { MeetingRow } from '../../../models/meetings/tables.ts'
import { capital } from '../../../views/paper/elections/notices.ts'
import { askerInWords, ruleSentence, ruleTitle } from '../../../views/partials/statutes/statutes_text.ts'
import { canOf } from '../../../models/accounts/permissions.ts'
import { paths } from '../../../views/paths.ts'

/** What one of the rules says of a meeting, and those rules behind it that nobody has confirmed. */
export interface RuleLines {
  lines: string[]
  assumed: RuleName[]
}

/** The last day to send items in, until it is over and the day of the meeting has come. */
export function itemLines(req: Request, meeting: MeetingRow, rules: Rules): RuleLines | null {
  const today = req.clock.today()
  const deadline = itemDeadline(meeting.held_on, rules)
  if (deadline < today && meeting.held_on <= today) return null
  const standing = deadlineStanding(deadline, { plannedOn: meeting.planned_on, today })
  const leansOnNotice = typeof rules.itemDeadlineDays.value === 'object'
  return {
    lines: [req.t(`meetings.items.${standing}`, { date: formatDate(deadline, req.lang) })],
    assumed: assumedOf(rules, leansOnNotice ? ['itemDeadlineDays', 'noticeDays'] : ['itemDeadlineDays']),
  }
}

/** That the meeting is an extra one, who asked for it, and by when it must be held; null of an ordinary one. */
export function extraordinaryLines(req: Request, meeting: MeetingRow, rules: Rules): RuleLines | null {
  const { extraordinary, asked_by, asked_on } = meeting
  if (!extraordinary) return null
  const asker = asked_by === null ? undefined : askerFrom(asked_by)
  const rule = rules.extraordinaryMeetings?.value
  const last = rule && asked_on !== null ? lastDayToHold(rule, asked_on) : undefined
  return {
    lines: [
      req.t('meetings.extraordinary.badge'),
      ...(asker ? [capital(askedBy(req, askerInWords(req.t, asker), asked_on))] : []),
      ...(last ? [heldBy(req, meeting, last)] : []),
    ],
    assumed: assumedOf(rules, ['extraordinaryMeetings']),
  }
}

function askedBy({ t, lang }: Request, who: string, on: IsoDate | null): string {
  if (on === null) return t('meetings.extraordinary.asked', { who })
  return t('meetings.extraordinary.asked_on_day', { who, date: formatDate(on, lang) })
}

function heldBy({ t, lang }: Request, { held_on }: MeetingRow, last: IsoDate): string {
  const key = held_on <= last ? 'held_by' : 'held_too_late'
  return t(`meetings.extraordinary.${key}`, { date: formatDate(last, lang) })
}

/** What office/meetings/form offers for an extraordinary meeting under these rules. */
export interface ExtraordinaryFields {
  marked: boolean
  askedBy: string
  askedOn: IsoDate | undefined
  /** Whom the statutes let ask, and what they say; null where they say nothing. */
  rule: { sentence: string; askers: { value: string; text: string }[]; assumed: AssumedRules } | null
}

export function extraordinaryFields(req: Request, rules: Rules, meeting?: MeetingRow): ExtraordinaryFields {
  const rule = rules.extraordinaryMeetings?.value
  return {
    marked: meeting?.extraordinary === 1,
    askedBy: meeting?.asked_by ?? '',
    askedOn: meeting?.asked_on ?? undefined,
    rule: rule
      ? {
          sentence: ruleSentence(req.t, 'extraordinaryMeetings', rule),
          askers: rule.askedBy.map((asker) => ({
            value: askerKey(asker),
            text: req.t('meetings.extraordinary.yes', { who: askerInWords(req.t, asker) }),
          })),
          assumed: assumedRules(req, assumedOf(rules, ['extraordinaryMeetings'])),
        }
      : null,
  }
}

/** office/meetings/list: how many meetings the year has of those that the statutes ask for. */
export interface YearLine {
  text: string
  /** Kindly, late in the year, where too few are planned. */
  missing: string | null
  assumed: AssumedRules
}

export function yearLine(req: Request, rules: Rules, meetings: readonly MeetingRow[]): YearLine | null {
  const rule = rules.meetingsPerYear?.value
  if (!rule) return null
  const { held, planned, min, max, year, missing } = meetingsInYear(rule, meetings, req.clock.today())
  const kind = min === 0 ? 'at_most' : min === max ? 'exactly' : 'range'
  const asked = req.t(`meetings.year.${kind}`, { done: held + planned, min, count: max, year })
  return {
    text: `${asked} ${req.t('meetings.year.of_these', { held, planned })}`,
    missing: missing > 0 ? req.t('meetings.year.missing', { count: missing }) : null,
    assumed: assumedRules(req, assumedOf(rules, ['meetingsPerYear'])),
  }
}

function assumedOf(rules: Rules, names: readonly RuleName[]): RuleName[] {
  return names.filter((name) => rules[name]?.confirmed === false)
}

/** What partials/assumed_rule shows: the titles, and where the first is read or confirmed. No titles, no line. */
export interface AssumedRules {
  rules: string[]
  href: string
}

export function assumedRules(req: Request, names: readonly RuleName[]): AssumedRules {
  const [first] = names
  return {
    rules: names.map((name) => ruleTitle(req.t, name)),
    href: first ? ruleHref(req, first) : paths.statutes,
  }
}

/** Where the rule is read, or confirmed by whoever may. */
export function ruleHref(req: Request, name: RuleName): string {
  return canOf(req.user)['statutes.write'] ? paths.statutesRule(name) : `${paths.statutes}#${name}`
}
