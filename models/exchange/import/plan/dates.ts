import { addDays, isoDate, parseDate, type IsoDate } from '../../../core/dates.ts'

/** `cell`: a spreadsheet's date, as `date:2014-04-03`. `serial`: its number for a day. `short`: a two-digit year. */
export const DATE_FORMS = [
  'cell',
  'iso',
  'numeric',
  'slashed',
  'short',
  'written',
  'month',
  'year',
  'serial',
] as const
export type DateForm = (typeof DATE_FORMS)[number]

/** `edge`: a month or year means its first day as a beginning, its last day as an end. */
export const READINGS = ['as_is', 'day_first', 'month_first', 'swapped', 'edge'] as const
export type Reading = (typeof READINGS)[number]

/** `first` in a column of beginnings, `last` in a column of ends. */
export type Edge = 'first' | 'last'

const SHAPES: readonly [DateForm, RegExp][] = [
  ['cell', /^date:\d{4}-\d{2}-\d{2}$/],
  ['iso', /^\d{4}-\d{2}-\d{2}$/],
  ['slashed', /^\d{1,2}\s*\/\s*\d{1,2}[/\s]+\d{4}$/],
  ['numeric', /^\d{1,2}[-.\s]+\d{1,2}[-.\s]+\d{4}$/],
  ['short', /^\d{1,2}[-./\s]+\d{1,2}[-./\s]+\d{2}$/],
  ['month', /^(\d{4}-\d{2}|\d{1,2}[-./]\d{4}|\p{L}{3,}\.? \d{4})$/u],
  ['year', /^(19|20)\d{2}$/],
  ['serial', /^\d{5}$/],
]

/** Returns undefined when the text is no day. */
export function formOf(text: string): DateForm | undefined {
  const typed = text.trim()
  const form = shapeOf(typed)
  const possible =
    form && POSSIBLE[form].some((reading) => readAs(typed, form, reading, 'first') !== undefined)
  return possible ? form : undefined
}

function shapeOf(typed: string): DateForm | undefined {
  const shape = SHAPES.find(([, pattern]) => pattern.test(typed))
  if (shape) return shape[0]
  return parseDate(typed) === undefined ? undefined : 'written'
}

/** Day number 2 in spreadsheets, which believe in a 29 February 1900. */
const DAY_TWO = isoDate('1900-01-01')

/** No roster is older than 1970, so `18` is 2018 and `98` is 1998. */
const FIRST_SHORT_YEAR = 70

const POSSIBLE: Record<DateForm, readonly Reading[]> = {
  cell: ['as_is', 'swapped'],
  iso: ['as_is'],
  numeric: ['day_first', 'month_first'],
  slashed: ['day_first', 'month_first'],
  short: ['day_first', 'month_first'],
  written: ['as_is'],
  month: ['edge'],
  year: ['edge'],
  serial: ['as_is'],
}

/** Returns undefined when there is no such day. */
export function readDay(text: string, reading: Reading, edge: Edge): IsoDate | undefined {
  const typed = text.trim()
  const form = shapeOf(typed)
  return form && POSSIBLE[form].includes(reading) ? readAs(typed, form, reading, edge) : undefined
}

function readAs(typed: string, form: DateForm, reading: Reading, edge: Edge): IsoDate | undefined {
  if (form === 'month' || form === 'year') return edgeOf(typed, edge)
  if (form === 'serial') return addDays(DAY_TWO, Number(typed) - 2)
  if (form === 'cell') return swapped(typed.slice('date:'.length), reading === 'swapped')
  if (form === 'iso' || form === 'written') return parseDate(typed)
  const [first = '', second = '', year = ''] = typed.split(/[-./\s]+/)
  const inFull = year.length === 2 ? `${Number(year) < FIRST_SHORT_YEAR ? '20' : '19'}${year}` : year
  return reading === 'day_first'
    ? parseDate(`${first}-${second}-${inFull}`)
    : parseDate(`${second}-${first}-${inFull}`)
}

function swapped(iso: string, swap: boolean): IsoDate | undefined {
  const [year = '', month = '', day = ''] = iso.split('-')
  return parseDate(swap ? `${year}-${day}-${month}` : iso)
}

function edgeOf(typed: string, edge: Edge): IsoDate | undefined {
  const iso = /^(\d{4})-(\d{2})$/.exec(typed)
  const numeric = /^(\d{1,2})[-./](\d{4})$/.exec(typed)
  if (/^\d{4}$/.test(typed)) return isoDate(edge === 'first' ? `${typed}-01-01` : `${typed}-12-31`)
  const first = iso
    ? parseDate(`1-${iso[2] ?? ''}-${iso[1] ?? ''}`)
    : numeric
      ? parseDate(`1-${numeric[1] ?? ''}-${numeric[2] ?? ''}`)
      : parseDate(`1 ${typed}`)
  return first && edge === 'last' ? lastOfMonth(first) : first
}

function lastOfMonth(first: IsoDate): IsoDate {
  const [year = 0, month = 0] = first.split('-').map(Number)
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return addDays(isoDate(next), -1)
}

/** Whether each way of reading the text gives another day. */
export function isTelling(text: string, form: DateForm): boolean {
  const days = POSSIBLE[form].map((reading) => readDay(text, reading, 'first'))
  return days.length > 1 && days.every((day) => day !== undefined) && new Set(days).size === days.length
}
