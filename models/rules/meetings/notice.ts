/** @article noticeDays */

import { addDays, daysBetween, type IsoDate } from '../../core/dates.ts'
import type { RuleValue } from '../../statutes/schema.ts'
import { weekdaysBetween } from '../core/weekdays.ts'

type NoticeRule = RuleValue<'noticeDays'>

export interface Notice {
  /** Whole days from the day the meeting was called to the day it is held. */
  days: number
  required: number
  short: boolean
  /** How many weekdays there were, and how many there must be; absent when the statutes ask for none. */
  weekdays?: { had: number; required: number }
}

/** The notice that the rule asks for: calendar days, weekdays, or both. An "about" number of days is not binding. */
export function noticeRequired(rule: NoticeRule): { days: number; weekdays: number } {
  if (typeof rule === 'number') return { days: rule, weekdays: 0 }
  return { days: rule.about ? 0 : (rule.days ?? 0), weekdays: rule.weekdays ?? 0 }
}

/**
 * Whether a meeting was called as early as the statutes say. Returns undefined when the day of the call is not known,
 * or when the meeting was written down afterwards. Public holidays count as weekdays.
 */
export function noticeGiven(
  plannedOn: IsoDate | null,
  heldOn: IsoDate,
  rule: NoticeRule,
): Notice | undefined {
  return plannedOn === null || plannedOn > heldOn ? undefined : noticeBetween(plannedOn, heldOn, rule)
}

function noticeBetween(plannedOn: IsoDate, heldOn: IsoDate, rule: NoticeRule): Notice {
  const days = daysBetween(plannedOn, heldOn)
  const required = noticeRequired(rule)
  if (required.weekdays === 0) return { days, required: required.days, short: days < required.days }
  const had = weekdaysBetween(plannedOn, heldOn)
  const short = days < required.days || had < required.weekdays
  return { days, required: required.days, short, weekdays: { had, required: required.weekdays } }
}

/** The first day for a meeting called today that leaves the notice of the statutes. */
export function firstDayWithNotice(today: IsoDate, rule: NoticeRule): IsoDate {
  let day = addDays(today, noticeRequired(rule).days)
  while (noticeBetween(today, day, rule).short) day = addDays(day, 1)
  return day
}

/**
 * The last day on which a meeting on `heldOn` can be called with the notice of the statutes. Days that the statutes
 * call "about" count here: they are not binding, but say when to expect the call.
 */
export function lastDayToCall(heldOn: IsoDate, rule: NoticeRule): IsoDate {
  const asked = typeof rule === 'number' ? { days: rule } : rule
  let day = addDays(heldOn, -(asked.days ?? 0))
  while (noticeBetween(day, heldOn, rule).short) day = addDays(day, -1)
  return day
}
