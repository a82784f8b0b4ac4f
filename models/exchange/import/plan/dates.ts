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

export interface DateGroup {
  form: DateForm
  count: number
  /** At most three, as written. */
  examples: string[]
  /** Each with the first example read that way. */
  readings: { reading: Reading; example: IsoDate }[]
  /** No reading makes days of all of them. */
  contradictory: boolean
}

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
  const inFull = year.length === 2 ? `20${year}` : year
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

export function groupsOf(column: readonly string[], edge: Edge): DateGroup[] {
  const byForm = new Map<DateForm, string[]>()
  for (const text of column) {
    const form = text.trim() === '' ? undefined : formOf(text)
    if (!form) continue
    const group = byForm.get(form)
    if (group) group.push(text)
    else byForm.set(form, [text])
  }
  return DATE_FORMS.flatMap((form) => {
    const texts = byForm.get(form)
    return texts ? [groupOf(form, texts, edge)] : []
  })
}

function groupOf(form: DateForm, texts: readonly string[], edge: Edge): DateGroup {
  // A day that tells the readings apart is the best example.
  const telling = texts.find((text) => distinct(form, text, edge))
  const readings = POSSIBLE[form].flatMap((reading) => {
    const days = [telling ?? '', ...texts].map((text) => readDay(text, reading, edge))
    const example = days.find((day) => day !== undefined)
    const fits = days.slice(1).every((day) => day !== undefined)
    return example ? [{ reading, example, fits }] : []
  })
  // A reading that fits every day rules out one that does not.
  const fitting = readings.filter(({ fits }) => fits)
  const left = fitting.length > 0 ? fitting : readings
  const shown = telling === undefined ? texts : [telling, ...texts]
  return {
    form,
    count: texts.length,
    examples: [...new Set(shown)].slice(0, 3).map((text) => text.replace(/^date:/, '')),
    readings: left.map(({ reading, example }) => ({ reading, example })),
    contradictory: fitting.length === 0,
  }
}

function distinct(form: DateForm, text: string, edge: Edge): boolean {
  const days = POSSIBLE[form].map((reading) => readDay(text, reading, edge))
  return days.every((day) => day !== undefined) && new Set(days).size === days.length
}

/** Forms with only one reading in Danish. */
const PLAIN: readonly DateForm[] = ['cell', 'iso', 'numeric', 'written']

/** True for a column that mixes forms, or whose one form is ambiguous: the secretary answers, nothing is guessed. */
export function mustAsk(groups: readonly DateGroup[]): boolean {
  if (groups.length > 1) return true
  return groups.some(({ form, readings, contradictory }) => {
    if (contradictory) return true
    if (form === 'slashed') return readings.length > 1 || readings[0]?.reading !== 'day_first'
    if (form === 'numeric') return readings[0]?.reading !== 'day_first'
    return !PLAIN.includes(form)
  })
}

/** The reading of a group that raises no question. */
export function plainReading({ form }: DateGroup): Reading {
  return form === 'numeric' || form === 'slashed' ? 'day_first' : 'as_is'
}
