import { scaleUtc } from 'd3-scale'
import { addDays, daysBetween, type IsoDate, type Locale } from '../../../models/core/dates.ts'
import { overlaps, type Span } from '../../../models/rules/core/spans.ts'

/** A picture fills a wide screen at the least, and gives every year room for its figures. */
const WIDTH = { least: 1160, most: 6000, year: 60 }
/** Half of a line at the very edge stays visible. */
const MARGIN = 2
const TICK = 90
/** Room for the last year's figures. */
const YEAR_ROOM = 44

export interface Axis {
  width: number
  /** Where the day begins, in pixels from the left. */
  at: (day: IsoDate) => number
  /** Years, or months and days when the span is short; without words when there is no room for them. */
  ticks: { x: number; text: string }[]
}

/** The last day of the span is on the axis too. */
export function axisFor(span: Span, lang: Locale): Axis {
  const years = daysBetween(span.starts_on, span.ends_on) / 365.25
  const width = Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, years * WIDTH.year)))
  const days = [utc(span.starts_on), utc(addDays(span.ends_on, 1))]
  const scale = scaleUtc(days, [MARGIN, width - MARGIN])
  const rounded = (day: Date) => Math.round(scale(day) * 10) / 10
  const ticks = scale
    .ticks(Math.floor(width / TICK))
    .filter((tick) => tick.toISOString().endsWith('T00:00:00.000Z'))
    .map((tick) => ({ x: rounded(tick), text: tickText(tick, lang) }))
  return {
    width,
    at: (day) => rounded(utc(day)),
    ticks: ticks.map(({ x, text }) => ({ x, text: width - x < YEAR_ROOM ? '' : text })),
  }
}

function utc(day: IsoDate): Date {
  return new Date(`${day}T00:00:00Z`)
}

function tickText(tick: Date, lang: Locale): string {
  const iso = tick.toISOString()
  if (iso.slice(5, 10) === '01-01') return iso.slice(0, 4)
  const day = iso.slice(8, 10) === '01' ? undefined : ('numeric' as const)
  return new Intl.DateTimeFormat(lang, { day, month: 'short', timeZone: 'UTC' }).format(tick)
}

/** "2022–2025"; one year when the term begins and ends in it. */
export function yearsOf({ starts_on, ends_on }: Span): string {
  const [first, last] = [starts_on.slice(0, 4), ends_on.slice(0, 4)]
  return first === last ? first : `${first}–${last}`
}

/** Terms that run side by side get lanes of their own, as when not all seats are renewed together. */
export function inLanes(terms: readonly Span[]): { term: Span; lane: number }[] {
  const lanes: Span[] = []
  return terms.map((term) => {
    const free = lanes.findIndex((last) => !overlaps(last, term))
    const lane = free < 0 ? lanes.length : free
    lanes[lane] = term
    return { term, lane }
  })
}
