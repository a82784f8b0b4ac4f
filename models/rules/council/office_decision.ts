/** @article officersChosen */

import type { IsoDate } from '../../core/dates.ts'
import { includesDay, type Span } from '../core/spans.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'

export type DecisionRefusal = 'date_in_future' | 'office_before_decision'

export type OfficeLeavingRefusal = 'office_leaves_before_start' | 'office_leaves_after_end'

/** Whether an office may begin on the day: it was decided first, and a decision still to come is none. */
export function checkDecision(decision: {
  decidedOn: IsoDate
  startsOn: IsoDate
  today: IsoDate
}): Verdict<DecisionRefusal> {
  const { decidedOn, startsOn, today } = decision
  if (decidedOn > today) return refused('date_in_future', undefined, 'decided_on')
  return startsOn < decidedOn ? refused('office_before_decision', { date: decidedOn }, 'starts_on') : allowed
}

/** Whether an office may end early on the day, which is the last one in it. */
export function checkOfficeLeaving(held: Span, leavesOn: IsoDate): Verdict<OfficeLeavingRefusal> {
  if (leavesOn < held.starts_on) {
    return refused('office_leaves_before_start', { from: held.starts_on }, 'ends_on')
  }
  const isEarlier = includesDay(held, leavesOn) && leavesOn !== held.ends_on
  return isEarlier ? allowed : refused('office_leaves_after_end', { until: held.ends_on }, 'ends_on')
}
