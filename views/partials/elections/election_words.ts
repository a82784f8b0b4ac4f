import { formatLongDate, type IsoDate, type Locale } from '../../../models/core/dates.ts'
import type { ElectionNotice } from '../../page_types.ts'
import type { Translate } from '../statutes/statutes_text.ts'

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
export function hoursText(
  t: Translate,
  lang: Locale,
  { opens_at, closes_at }: Pick<When, 'opens_at' | 'closes_at'>,
): string {
  const opens = lang === 'da' ? `kl. ${opens_at}` : opens_at.replace('.', ':')
  return t('public_election.from_to', { opens, closes: closes_at.replace('.', t('common.time_mark')) })
}

/** One sentence or two on where an election stands, for whoever wants to stand, to vote, or to know who was elected. */
export function nowText(t: Translate, lang: Locale, election: Omit<ElectionNotice, 'now'>): string {
  const { status, wording, area, sittings, candidates_by, complaints_until, elected } = election
  const names = new Intl.ListFormat(lang).format(elected)
  const [first] = sittings
  const many = sittings.length > 1 && ['nominating', 'listed', 'polling'].includes(status)
  const times = sittings.map((one) => `${whenText(t, lang, one)} (${one.place})`)
  return t(`public_election.${many ? 'now_many' : 'now'}.${status}`, {
    at: t(`public_election.at.${wording}`, { area }),
    when: first ? whenText(t, lang, first) : '',
    place: first?.place ?? '',
    times: new Intl.ListFormat(lang).format(times),
    by: formatLongDate(candidates_by, lang),
    until: formatLongDate(complaints_until, lang),
    names,
    count: elected.length,
  })
}
