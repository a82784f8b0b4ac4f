/** @article absenceLoss */

import { addMonths, type IsoDate } from '../../core/dates.ts'
import type { Mark } from './attendance.ts'
import type { RuleValue } from '../../statutes/schema.ts'

/** A member who has stayed away without notice for as long as the statutes allow. */
export interface LongAbsence {
  /** The day of the first meeting that the member missed. */
  since: IsoDate
  meetings: number
}

/**
 * Whether the member was absent without notice at every meeting for the months of the rule, up to today. An apology or
 * an attendance ends the stretch; a meeting without a mark says nothing. One meeting is no stretch of time, so it takes
 * two. `meetings` are those held while the membership ran, in any order.
 */
export function longAbsence(
  rule: RuleValue<'absenceLoss'>,
  meetings: readonly { held_on: IsoDate; mark: Mark }[],
  today: IsoDate,
): LongAbsence | undefined {
  if (rule === 'off') return undefined
  const known = meetings
    .filter(({ held_on, mark }) => mark !== null && held_on <= today)
    .sort((a, b) => (a.held_on < b.held_on ? 1 : -1))
  // A member who came to one of several meetings on a day has come that day.
  const came = known.find(({ mark }) => mark !== 'absent')?.held_on
  const away = known.filter(({ held_on }) => came === undefined || held_on > came)
  const since = away.at(-1)?.held_on
  if (since === undefined || away.length < 2) return undefined
  return addMonths(since, rule.months) <= today ? { since, meetings: away.length } : undefined
}
