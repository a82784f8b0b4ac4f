/** @article itemDeadlineDays, lateItems */

import { addDays, type IsoDate } from '../../core/dates.ts'
import { lastDayToCall } from './notice.ts'
import type { Rules } from '../../statutes/schema.ts'

/**
 * The last day to send items in for a meeting on `heldOn`: so many days before the meeting, or before the agenda is sent
 * out. The agenda goes out with the call, so that day is the last one with the notice that the statutes ask for.
 */
export function itemDeadline(
  heldOn: IsoDate,
  rules: Pick<Rules, 'itemDeadlineDays' | 'noticeDays'>,
): IsoDate {
  const rule = rules.itemDeadlineDays.value
  if (typeof rule === 'number') return addDays(heldOn, -rule)
  return addDays(lastDayToCall(heldOn, rules.noticeDays.value), -rule.beforeDispatch)
}

/**
 * How the deadline stands today: still to come (its own day included), over, or over already on the day the meeting was
 * called, so that it could not be kept.
 */
export function deadlineStanding(
  deadline: IsoDate,
  { plannedOn, today }: { plannedOn: IsoDate | null; today: IsoDate },
): 'open' | 'over' | 'never_open' {
  if (today <= deadline) return 'open'
  return plannedOn !== null && plannedOn > deadline ? 'never_open' : 'over'
}
