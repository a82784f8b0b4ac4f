import { formatLongDate } from '../../../models/core/dates.ts'
import type { PlaceSheet } from '../../../models/front/place_sheets.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { inWords, namelessText } from './task_words.ts'

export interface PlaceSheetsPage {
  backHref: string
  made: string
  sheets: { place: string; tasks: { text: string; due: string }[]; coming: string[] }[]
}

/** For the wall of the staff's room, so it names no person, and says days that hold after today. */
export function placeSheetsPage(reader: Reader, sheets: readonly PlaceSheet[]): PlaceSheetsPage {
  const { t, lang, today } = reader
  return {
    backHref: paths.office,
    made: t('reminders.sheets_made', { date: formatLongDate(today, lang) }),
    sheets: sheets.map(({ place, tasks, coming }) => ({
      place,
      tasks: tasks.map((task) => ({
        text: namelessText(reader, task),
        due:
          task.due === undefined
            ? ''
            : t(`reminders.${task.due < today ? 'late' : 'due'}`, { date: formatLongDate(task.due, lang) }),
      })),
      coming: coming.map(({ kind, params }) => t(`todo.coming.${kind}`, inWords(reader, params))),
    })),
  }
}
