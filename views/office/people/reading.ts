import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type { Reader } from '../../reader.ts'

export interface Reading {
  /** Contact data, notes, private reasons and what is not public of elections and nominations. */
  privately: boolean
  elections: boolean
  nominations: boolean
}

/** People may read everything that is held of themselves. */
export function readingOf({ can }: Reader, isOwn: boolean): Reading {
  return {
    privately: can['contacts.read'] || isOwn,
    elections: can['elections.read'],
    nominations: can['nominations.read'],
  }
}

/** "1. januar 2022 – 31. december 2025"; only the first day when the end may not be told. */
export function spanText({ t, lang }: Reader, from: IsoDate, to: IsoDate | null): string {
  const first = formatDate(from, lang)
  return to === null
    ? t('insight.life.from', { date: first })
    : t('register.story.from_to', { from: first, to: formatDate(to, lang) })
}
