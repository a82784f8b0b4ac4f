/** @article polling */

import { addDays, daysBetween, isoDate, later, type IsoDate } from '../../core/dates.ts'
import { complaintDeadline } from './complaint_period.ts'

/** The days of an election that follow from its polling days, by custom or by the statutes. */
export interface ProposedDays {
  /** The day by which the call should be out. */
  callBy: IsoDate
  candidatesBy: IsoDate
  listOn: IsoDate
  /** The day on which the last sitting closes: it is counted right after. */
  countOn: IsoDate
  complaintsUntil: IsoDate
}

/** Papers are printed, posters hung up and people told in the week between the list and the vote. */
const LIST_TO_POLLING = 7
/** People get two weeks to make up their minds. */
const CALL_TO_DEADLINE = 14
const MONDAY = isoDate('1900-01-01')
/** Days after a Monday. */
const FRIDAY = 4

/**
 * The timetable proposed from the first and the last polling day. The last day to stand lies the day before the list is
 * needed, a week before the vote. It is never a Saturday or Sunday, and never later than the day before the vote; a day
 * before today becomes today. Only the complaint period is set by the statutes.
 */
export function proposeDays(
  polling: { first: IsoDate; last: IsoDate },
  { today, complaintDays }: { today: IsoDate; complaintDays: number },
): ProposedDays {
  const usual = weekday(addDays(polling.first, -LIST_TO_POLLING - 1))
  const latest = addDays(polling.first, -1)
  const candidatesBy = usual >= today ? usual : today < latest ? today : latest
  return {
    ...daysAround(candidatesBy, polling.last, complaintDays),
    callBy: later(callBy(candidatesBy), today),
  }
}

/** The proposed days around a deadline that is already chosen. */
export function daysAround(
  candidatesBy: IsoDate,
  lastPollingDay: IsoDate,
  complaintDays: number,
): ProposedDays {
  return {
    callBy: callBy(candidatesBy),
    candidatesBy,
    listOn: addDays(candidatesBy, 1),
    countOn: lastPollingDay,
    complaintsUntil: complaintDeadline(lastPollingDay, complaintDays),
  }
}

function callBy(candidatesBy: IsoDate): IsoDate {
  return addDays(candidatesBy, -CALL_TO_DEADLINE)
}

/** The day itself, or the Friday before a weekend. */
function weekday(day: IsoDate): IsoDate {
  const sinceMonday = (((daysBetween(MONDAY, day) % 7) + 7) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6
  return addDays(day, Math.min(0, FRIDAY - sinceMonday))
}
