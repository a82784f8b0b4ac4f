import type { IsoDate } from '../models/core/dates.ts'
import type { Reader } from './reader.ts'

/** The day that a page shows, for views/partials/as_of.ejs. */
export interface AsOf {
  day: IsoDate
  isToday: boolean
  isPast: boolean
  /** Where the page is; without a day it shows today. */
  action: string
}

/** A page as it was on the day that was asked for; today when none was. */
export function asOf({ today }: Pick<Reader, 'today'>, action: string, asked: IsoDate | undefined): AsOf {
  const day = asked ?? today
  return { day, isToday: day === today, isPast: day < today, action }
}

/** An address on the same day, so that a reader who looks at a day stays there. */
export function sameDay(href: string, { day, isToday }: Pick<AsOf, 'day' | 'isToday'>): string {
  return isToday ? href : `${href}?dato=${day}`
}
