import { formatDate } from '../../../models/core/dates.ts'
import type { CalendarWords } from '../../../models/exchange/open_data/calendar.ts'
import type { CardWords } from '../../../models/exchange/export/vcards.ts'
import type { SheetWords } from '../../../models/exchange/export/sheets.ts'
import type { Office } from '../../../models/statutes/offices.ts'
import type { Reader } from '../../reader.ts'
import { officeInSentence } from '../statutes/office_words.ts'

type Words = Pick<Reader, 't' | 'lang'>

export function sheetWords(reader: Words, offices: readonly Office[]): SheetWords {
  const { t, lang } = reader
  return {
    kind: (kind) => t(`exchange.kinds.${kind}`),
    reason: (reason) => t(`end_reasons.${reason}`),
    office: (office) => officeInSentence(reader, offices, office),
    chosen: (how) => t(`exchange.chosen.${how}`),
    vacant: (since) =>
      since === undefined
        ? t('exchange.vacant_unknown')
        : t('exchange.vacant', { date: formatDate(since, lang) }),
  }
}

export function cardWords(reader: Words, council: string, offices: readonly Office[]): CardWords {
  return {
    council,
    role: (seat, office) =>
      office === undefined ? seat : `${officeInSentence(reader, offices, office)}, ${seat}`,
  }
}

export function calendarWords({ t, lang }: Words, council: string): CalendarWords {
  return {
    name: t('exchange.calendar.name', { council }),
    term: (from, until) =>
      t('exchange.calendar.term', { from: formatDate(from, lang), until: formatDate(until, lang) }),
    municipalElection: t('exchange.calendar.municipal_election'),
    polling: (area) => t('exchange.calendar.polling', { area }),
    candidatesBy: (area) => t('exchange.calendar.candidates_by', { area }),
    complaintsUntil: (area) => t('exchange.calendar.complaints_until', { area }),
    answerBy: (seat) => t('exchange.calendar.answer_by', { seat }),
    itemsBy: (title) => t('meetings.items.calendar', { title }),
  }
}
