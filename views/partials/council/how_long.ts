import { daysBetween, type IsoDate } from '../../../models/core/dates.ts'
import type { Translate } from '../../reader.ts'

/** Days up to two months, then whole months, then years and months. */
export function howLong(t: Translate, from: IsoDate, today: IsoDate): string {
  const days = daysBetween(from, today) + 1
  if (days < 60) return t('vacancy.days', { count: Math.max(1, days) })
  const months = monthsBetween(from, today)
  if (months < 24) return t('vacancy.months', { count: months })
  return t('vacancy.years', { count: Math.floor(months / 12) })
}

function monthsBetween(from: IsoDate, to: IsoDate): number {
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number)
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number)
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0)
}
