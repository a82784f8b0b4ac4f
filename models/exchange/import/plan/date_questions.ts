import type { IsoDate } from '../../../core/dates.ts'
import { type DateForm, formOf, isTelling, readDay, type Reading } from './dates.ts'
import type { RosterLine } from './table.ts'

const DATE_COLUMNS = ['from', 'until', 'office_from', 'office_until'] as const
export type DateColumn = (typeof DATE_COLUMNS)[number]
const ENDS = { from: 'first', until: 'last', office_from: 'first', office_until: 'last' } as const

/** `order`: whether the day or the month stands first. `cell`: whether the spreadsheet has swapped the two. */
export type DateQuestionKey = 'order' | 'cell'

/** One for the whole file. */
export interface DateQuestion {
  key: DateQuestionKey
  /** At most three, as written. */
  examples: string[]
  /** Each with the first example read that way. */
  readings: { reading: Reading; example: IsoDate }[]
  /** What Danish files mean; undefined where the file itself speaks against it. */
  proposed: Reading | undefined
}

/** How days of one form, which are not written in full, are read without a question. */
export interface DayRead {
  column: DateColumn
  text: string
  day: IsoDate
  count: number
}

type ReadDate = (column: DateColumn, text: string) => IsoDate | undefined | 'unanswered'

export interface FileDates {
  questions: DateQuestion[]
  read: ReadDate
  asRead: DayRead[]
}

interface Cell {
  column: DateColumn
  text: string
  form: DateForm
}

/** The reading of all days of a kind, or the question to ask first. */
type Found = { reading: Reading } | { question: DateQuestion }

const ORDERED: readonly DateForm[] = ['numeric', 'slashed', 'short']

/** A question is for the whole file, and asked only where two answers give two days. */
export function datesIn(
  lines: readonly RosterLine[],
  answers: Readonly<Partial<Record<string, Reading>>>,
): FileDates {
  const cells = lines.flatMap((line) => DATE_COLUMNS.flatMap((column) => cellIn(column, line[column])))
  const found = { order: orderIn(cells), cell: sheetIn(cells) }
  const readingOf = (key: DateQuestionKey): Reading | undefined => {
    const one = found[key]
    if ('reading' in one) return one.reading
    return one.question.readings.find(({ reading }) => reading === answers[key])?.reading
  }
  const read: ReadDate = (column, text) => {
    const form = formOf(text)
    if (!form) return undefined
    const reading = ORDERED.includes(form)
      ? readingOf('order')
      : form === 'cell'
        ? readingOf('cell')
        : plain(form)
    return reading ? readDay(text, reading, ENDS[column]) : 'unanswered'
  }
  return {
    questions: Object.values(found).flatMap((one) => ('question' in one ? [one.question] : [])),
    read,
    asRead: asRead(cells, read, 'reading' in found.order),
  }
}

function cellIn(column: DateColumn, text: string): Cell[] {
  const form = text === '' ? undefined : formOf(text)
  return form ? [{ column, text, form }] : []
}

function plain(form: DateForm): Reading {
  return form === 'month' || form === 'year' ? 'edge' : 'as_is'
}

/** A day such as the 31st tells for the whole file which way round it is written. */
function orderIn(cells: readonly Cell[]): Found {
  const ordered = cells.filter(({ form }) => ORDERED.includes(form))
  const reads = ({ text }: Cell, reading: Reading) => readDay(text, reading, 'first') !== undefined
  const dayOnly = ordered.some((cell) => !reads(cell, 'month_first'))
  const monthOnly = ordered.some((cell) => !reads(cell, 'day_first'))
  const telling = ordered.filter(({ text, form }) => isTelling(text, form))
  if (!dayOnly && monthOnly && telling.length === 0) return { reading: 'month_first' }
  // Dashes and dots are how Danish days are written.
  const isDanish = dayOnly || telling.every(({ form }) => form === 'numeric')
  if (!monthOnly && isDanish) return { reading: 'day_first' }
  const proposed = monthOnly ? undefined : 'day_first'
  return { question: question('order', ordered, telling, ['day_first', 'month_first'], proposed) }
}

/** A spreadsheet that was told of another order swaps what it can, and leaves the rest as text. */
function sheetIn(cells: readonly Cell[]): Found {
  const own = cells.filter(({ form }) => form === 'cell')
  const telling = own.filter(({ text, form }) => isTelling(text, form))
  const besideText = own.some(({ column }) =>
    cells.some((other) => other.column === column && ORDERED.includes(other.form)),
  )
  const swaps = own.every(({ text }) => readDay(text, 'swapped', 'first') !== undefined)
  if (!besideText || !swaps || telling.length === 0) return { reading: 'as_is' }
  return { question: question('cell', own, telling, ['as_is', 'swapped'], undefined) }
}

function question(
  key: DateQuestionKey,
  cells: readonly Cell[],
  telling: readonly Cell[],
  readings: readonly Reading[],
  proposed: Reading | undefined,
): DateQuestion {
  // A day that tells the readings apart is the best example.
  const texts = [...telling, ...cells].map(({ text }) => text)
  return {
    key,
    examples: [...new Set(texts)].slice(0, 3).map(asWritten),
    readings: readings.flatMap((reading) => {
      const example = texts.map((text) => readDay(text, reading, 'first')).find((day) => day !== undefined)
      return example ? [{ reading, example }] : []
    }),
    proposed,
  }
}

const IN_FULL: readonly DateForm[] = ['cell', 'iso', 'numeric', 'written']

function asRead(cells: readonly Cell[], read: ReadDate, isOrderKnown: boolean): DayRead[] {
  const groups = new Map<string, DayRead>()
  for (const { column, text, form } of cells) {
    if (IN_FULL.includes(form) || (ORDERED.includes(form) && !isOrderKnown)) continue
    const day = read(column, text)
    if (day === undefined || day === 'unanswered') continue
    const found = groups.get(`${column}:${form}`)
    if (found) found.count += 1
    else groups.set(`${column}:${form}`, { column, text: asWritten(text), day, count: 1 })
  }
  return [...groups.values()]
}

function asWritten(text: string): string {
  return text.replace(/^date:/, '')
}
