import type { IsoDate } from '../models/core/dates.ts'
import type { Reader } from './reader.ts'

/** For views/partials/as_of.ejs. */
export interface AsOf {
  day: IsoDate
  isToday: boolean
  isPast: boolean
  /** The page's address; without a day it shows today. */
  action: string
}

export function asOf({ today }: Pick<Reader, 'today'>, action: string, asked: IsoDate | undefined): AsOf {
  const day = asked ?? today
  return { day, isToday: day === today, isPast: day < today, action }
}

/** Keeps a reader who looks at a day on that day. */
export function sameDay(href: string, { day, isToday }: Pick<AsOf, 'day' | 'isToday'>): string {
  return isToday ? href : `${href}?dato=${day}`
}
