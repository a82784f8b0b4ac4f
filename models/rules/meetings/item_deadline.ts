/** @article itemDeadlineDays, lateItems */

import { addDays, type IsoDate } from '../../core/dates.ts'
import { lastDayToCall } from './notice.ts'
import type { Rules } from '../../statutes/schema.ts'

/**
 * The last day to send in items for a meeting on `heldOn`: the days of the rule before the meeting, or before the
 * agenda goes out. The agenda goes out with the call, so that day is the last one with the notice of the statutes.
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
 * called, so that no member could keep it.
 */
export function deadlineStanding(
  deadline: IsoDate,
  { plannedOn, today }: { plannedOn: IsoDate | null; today: IsoDate },
): 'open' | 'over' | 'never_open' {
  if (today <= deadline) return 'open'
  return plannedOn !== null && plannedOn > deadline ? 'never_open' : 'over'
}
