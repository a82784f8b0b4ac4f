import type { Request } from 'express'
import { formatDate } from '../../../models/core/dates.ts'
import type { CalendarWords } from '../../../models/exchange/open_data/calendar.ts'
import type { SheetWords } from '../../../models/exchange/export/sheets.ts'
import type { CardWords } from '../../../models/exchange/export/vcards.ts'
import type { Office } from '../../../models/statutes/offices.ts'
import { officeInSentence } from '../../../views/partials/statutes/office_words.ts'

/** The words of the sheets, in the reader's language. */
export function sheetWords({ t, lang }: Request, offices: readonly Office[]): SheetWords {
  return {
    kind: (kind) => t(`exchange.kinds.${kind}`),
    reason: (reason) => t(`end_reasons.${reason}`),
    office: (office) => officeInSentence({ t, lang }, offices, office),
    chosen: (how) => t(`exchange.chosen.${how}`),
    vacant: (since) =>
      since === undefined
        ? t('exchange.vacant_unknown')
        : t('exchange.vacant', { date: formatDate(since, lang) }),
  }
}

export function cardWords(req: Request, offices: readonly Office[]): CardWords {
  const { name } = req.house.council
  return {
    council: name,
    role: (seat, office) =>
      office === undefined ? seat : `${officeInSentence(req, offices, office)}, ${seat}`,
  }
}

export function calendarWords(req: Request): CalendarWords {
  const { t, lang } = req
  const { name } = req.house.council
  return {
    name: t('exchange.calendar.name', { council: name }),
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
