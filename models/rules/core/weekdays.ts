import { addDays, daysBetween, isoDate, type IsoDate } from '../../core/dates.ts'

/** Any Monday: weekdays are counted from it. */
const A_MONDAY = isoDate('2018-01-01')

/** Whether the day is one from Monday to Friday. Public holidays are not known here and count like other days. */
function isWeekday(day: IsoDate): boolean {
  return ((daysBetween(A_MONDAY, day) % 7) + 7) % 7 < 5
}

/** Counts the days from Monday to Friday after the first day, the last day included. */
export function weekdaysBetween(first: IsoDate, last: IsoDate): number {
  const days = Array.from({ length: daysBetween(first, last) }, (_none, index) => addDays(first, index + 1))
  return days.filter(isWeekday).length
}

/** The day on which this many weekdays have passed since `day`; `day` itself for 0. */
export function addWeekdays(day: IsoDate, weekdays: number): IsoDate {
  let last = day
  for (let left = weekdays; left > 0; left -= isWeekday(last) ? 1 : 0) last = addDays(last, 1)
  return last
}
