import { addDays, daysBetween, type IsoDate } from '../dates.ts'

export interface Notice {
  /** Whole days from the day the meeting was called to the day it is held. */
  days: number
  required: number
  short: boolean
}

/**
 * Whether a meeting was called as early as the statutes say. Undefined where it cannot be said: the day it was called
 * is not known, or it was written down afterwards.
 */
export function noticeGiven(
  plannedOn: IsoDate | null,
  heldOn: IsoDate,
  requiredDays: number,
): Notice | undefined {
  if (plannedOn === null || plannedOn > heldOn) return undefined
  const days = daysBetween(plannedOn, heldOn)
  return { days, required: requiredDays, short: days < requiredDays }
}

/** The first day for which a meeting that is called today has the notice that the statutes ask for. */
export function firstDayWithNotice(today: IsoDate, requiredDays: number): IsoDate {
  return addDays(today, requiredDays)
}
