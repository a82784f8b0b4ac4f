import { formatDate, type IsoDate } from '../../../../models/core/dates.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import type { Office } from '../../../../models/statutes/offices.ts'
import type { InsightFact } from '../../../paper/privacy/insight.ts'
import type { Reader } from '../../../reader.ts'
import { atArea } from '../../../partials/council/seat_words.ts'

/** Facts whose value people have typed in sentences of their own. */
const TYPED: ReadonlySet<string> = new Set([
  'note',
  'statement',
  'stepped_in_note',
  'settled',
  'incident_reason',
  'incident_refusal',
])

export interface Words {
  reader: Reader
  statutes: Statutes
  offices: readonly Office[]
  t: Reader['t']
  day: (date: IsoDate) => string
  /** "Signe Holm, 10. marts 2026" */
  by: (name: string, date: IsoDate) => string
  /** "Valg på Perron 4" */
  election: (of: { area_slug: string; area_name: string }) => string
  /** Labels are `insight.fact.<key>`; a fact without a value is left out. */
  facts: (...given: readonly (readonly [key: string, value: string | null | undefined])[]) => InsightFact[]
}

export function wordsFor(reader: Reader, statutes: Statutes, offices: readonly Office[]): Words {
  const { t, lang } = reader
  const day = (date: IsoDate) => formatDate(date, lang)
  return {
    ...{ reader, statutes, offices, t, day },
    by: (name, date) => `${name}, ${day(date)}`,
    election: ({ area_slug, area_name }) =>
      t('elections.name', { at: atArea(reader, statutes, area_slug, area_name) }),
    facts: (...given) =>
      given.flatMap(([key, value]): InsightFact[] =>
        value === null || value === undefined || value === ''
          ? []
          : [[t(`insight.fact.${key}`), TYPED.has(key) ? { typed: value } : value]],
      ),
  }
}

export function dated(words: Words, date: IsoDate | null): string | null {
  return date === null ? null : words.day(date)
}
