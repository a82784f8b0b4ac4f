import { formatLongDate, type IsoDate, type Locale } from '../../../models/core/dates.ts'
import type { Translate } from '../../reader.ts'

/** A time at which one can vote. */
export interface When {
  held_on: IsoDate
  opens_at: string
  closes_at: string
  place: string
}

/** "tirsdag den 10. marts 2026 kl. 11.00–14.00" */
export function whenText(t: Translate, lang: Locale, { held_on, ...hours }: Omit<When, 'place'>): string {
  return `${formatLongDate(held_on, lang)} ${hoursText(t, lang, hours)}`
}

/** "kl. 11.00–14.00" or "11:00–14:00" */
function hoursText(
  t: Translate,
  lang: Locale,
  { opens_at, closes_at }: Pick<When, 'opens_at' | 'closes_at'>,
): string {
  const opens = lang === 'da' ? `kl. ${opens_at}` : opens_at.replace('.', ':')
  return t('public_election.from_to', { opens, closes: closes_at.replace('.', t('common.time_mark')) })
}
