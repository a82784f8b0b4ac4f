import { daysBetween, formatLongDate, LOCALES, parseDate, type IsoDate } from './dates.ts'

/** `coming`: a planned day. `past`: a day on which something was done. `nearest`: it may be either. */
export type Meant = 'coming' | 'past' | 'nearest'

export interface TypedDay {
  day: IsoDate
  /** The year was not typed, or in two digits: the reader is told which day was meant. */
  guessed: boolean
}

/** A two-digit year is one from 80 years back to 19 ahead: in 2026, 46 is 1946 and 45 is 2045. */
const YEARS_AHEAD = 19
/** 29 February comes again after eight years at most: 1896 and 1904, 2096 and 2104. */
const YEARS_LOOKED_AT = 8

const WITH_WEEKDAY =
  /^(?:((?:man|tir|ons|tor|fre|lør|søn|mon|tue|wed|thu|fri|sat|sun)\p{L}{0,6})\.?,? )?(?:d\. ?|den )?(.*)$/u

/**
 * Reads a day as people write it: with its year as `parseDate` does, and also `4.12.26`, `4/12`, `4. dec`, with or
 * without its weekday. Without a year it is, of the days so called, the first from today on (`coming`), the last until
 * today (`past`), or the nearest one; of two equally near the one to come. A weekday that is another one than the day's
 * makes it no day.
 */
export function readTypedDay(text: string, today: IsoDate, meant: Meant = 'nearest'): TypedDay | undefined {
  const [, weekday, rest = ''] = WITH_WEEKDAY.exec(text.trim().toLowerCase()) ?? []
  const read = readDay(rest, today, meant)
  return read && weekday !== undefined && !isWeekday(read.day, weekday) ? undefined : read
}

function readDay(typed: string, today: IsoDate, meant: Meant): TypedDay | undefined {
  const whole = parseDate(typed)
  if (whole) return { day: whole, guessed: false }
  const short = /^(\d{1,2}(?: ?[-./] ?| )\d{1,2}[-./ ]+|\d{1,2}\.? ?\p{L}+\.? )(\d{2})$/u.exec(typed)
  if (short) return guess([inFull(Number(short[2]), today)], short[1] ?? '', today, meant)
  if (!/^\d{1,2}(?:(?: ?[-./] ?| )\d{1,2}|\.? ?\p{L}+)\.?$/u.test(typed)) return undefined
  const year = Number(today.slice(0, 4))
  const years = Array.from(
    { length: 2 * YEARS_LOOKED_AT + 1 },
    (_none, index) => year - YEARS_LOOKED_AT + index,
  )
  return guess(years, typed.replace(/\.$/, ''), today, meant)
}

function inFull(digits: number, today: IsoDate): number {
  const last = Number(today.slice(0, 4)) + YEARS_AHEAD
  return last - ((((last - digits) % 100) + 100) % 100)
}

function guess(
  years: readonly number[],
  dayAndMonth: string,
  today: IsoDate,
  meant: Meant,
): TypedDay | undefined {
  const days = years.flatMap((year) => parseDate(`${dayAndMonth.trim()} ${year}`) ?? [])
  const possible = years.length === 1 ? days : days.filter((day) => canBe(day, today, meant))
  const far = (day: IsoDate) => Math.abs(daysBetween(today, day)) - (day > today ? 0.5 : 0)
  const day = possible.sort((a, b) => far(a) - far(b))[0]
  return day && { day, guessed: true }
}

function canBe(day: IsoDate, today: IsoDate, meant: Meant): boolean {
  return meant === 'nearest' || (meant === 'coming' ? day >= today : day <= today)
}

function isWeekday(day: IsoDate, weekday: string): boolean {
  return LOCALES.some((locale) => formatLongDate(day, locale).toLowerCase().startsWith(weekday))
}
