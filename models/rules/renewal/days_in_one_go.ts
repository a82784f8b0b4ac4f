/** @article terms */

import { addDays, type IsoDate } from '../../core/dates.ts'
import type { RenewalTimetable } from './renewal.ts'

/** Time to stand, to make the list, to print and hang it; and for an organisation to hold a meeting. */
const LEAST_DAYS = { polling: 21, candidates: 12, answers: 21 }

export interface DaysInOneGo {
  polling: IsoDate
  candidates: IsoDate
  answers: IsoDate
}

/** The days that are proposed for what is left of a renewal: those of its timetable, as long as they are to come. */
export function daysInOneGo(days: RenewalTimetable, today: IsoDate): DaysInOneGo {
  const vote = days.candidates > today ? days : undefined
  return {
    polling: vote?.polling ?? addDays(today, LEAST_DAYS.polling),
    candidates: vote?.candidates ?? addDays(today, LEAST_DAYS.candidates),
    answers: days.answers > today ? days.answers : addDays(today, LEAST_DAYS.answers),
  }
}
