/** @article polling */

import type { IsoDate } from '../../core/dates.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'

export type LeftOpenRefusal = 'closed_late_without_reason'

export interface LastDay {
  /** The day of the last sitting. */
  lastDay: IsoDate
  /** The day on which the opening was written down. A vote held on paper alone is written down afterwards. */
  openingRecordedOn: IsoDate
  today: IsoDate
}

/** Whether the polls were never closed: they were opened in time, and a later day has come. */
export function isLeftOpen({ lastDay, openingRecordedOn, today }: LastDay): boolean {
  return openingRecordedOn <= lastDay && today > lastDay
}

/** Closing a poll that was left open needs a reason, which the record shows beside the time people really stopped. */
export function checkLateReason(closing: LastDay & { reason: string | undefined }): Verdict<LeftOpenRefusal> {
  if (!isLeftOpen(closing) || closing.reason?.trim()) return allowed
  return refused('closed_late_without_reason', { day: closing.lastDay }, 'late_reason')
}
