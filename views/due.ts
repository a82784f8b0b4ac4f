import { daysBetween, type IsoDate } from '../models/core/dates.ts'
import type { Translate } from './reader.ts'

/** "2 dage over fristen", "i dag", "om 5 dage". The deadline's own day is in time. */
export function dueInWords(t: Translate, due: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, due)
  if (days < 0) return t('due.late', { count: -days })
  if (days < 2) return t(days === 0 ? 'due.today' : 'due.tomorrow')
  return t('due.in_days', { count: days })
}
