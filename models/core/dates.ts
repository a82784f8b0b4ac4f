/** A calendar day as `YYYY-MM-DD`, which compares correctly as text. Only the functions of this file make one. */
export type IsoDate = string & { readonly __day: unique symbol }

/** A moment as ISO-8601 in UTC, for sessions and links only: no record of a voter carries one. */
export type Instant = string & { readonly __instant: unique symbol }

export const LOCALES = ['da', 'en'] as const

export type Locale = (typeof LOCALES)[number]

/** The server passes the real clock. Tests and rehearsals pass their own. */
export interface Clock {
  today(): IsoDate
  now(): Instant
  /** In Denmark, as `HH.MM`. */
  time(): string
}

const TIME_ZONE = 'Europe/Copenhagen'
const MONTHS: Record<Locale, readonly string[]> = {
  da: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}
const WEEKDAYS: Record<Locale, readonly string[]> = {
  da: 'søndag mandag tirsdag onsdag torsdag fredag lørdag'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
}

/** The clock shows the day and the time of Denmark, whatever the zone of the machine. */
export const systemClock: Clock = clockOf(() => new Date())

export function clockOf(read: () => Date): Clock {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE })
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit' })
  return {
    today: () => day.format(read()) as IsoDate,
    now: () => instantAt(read().getTime()),
    time: () => time.format(read()).replace(':', '.'),
  }
}

/** Reads `2020-09-21`, `21-09-2020`, `21.9.2020`, `21/9 2020`, `21. september 2020`; undefined for 30 February. */
export function parseDate(text: string): IsoDate | undefined {
  const typed = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numeric = /^(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})$/.exec(typed)
  if (numeric) return dayOf(Number(numeric[3]), Number(numeric[2]), Number(numeric[1]))
  const written = /^(\d{1,2})\.? ?([a-zæøå]+)\.? (\d{4})$/.exec(typed)
  if (!written) return undefined
  const month = monthNumber(written[2] ?? '')
  return month ? dayOf(Number(written[3]), month, Number(written[1])) : undefined
}

function monthNumber(word: string): number | undefined {
  if (word.length < 3) return undefined
  for (const names of Object.values(MONTHS)) {
    const index = names.findIndex((name) => name.toLowerCase().startsWith(word))
    if (index >= 0) return index + 1
  }
  return undefined
}

function dayOf(year: number, month: number, day: number): IsoDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = year >= 1900 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? dayFrom(date) : undefined
}

function dayFrom(date: Date): IsoDate {
  return date.toISOString().slice(0, 10) as IsoDate
}

export function instantAt(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant
}

/** For days in code or data. Throws RangeError when the text is no ISO day: a fault of the program or the file. */
export function isoDate(text: string): IsoDate {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDate(text) : undefined
  if (!date) throw new RangeError(`not a day: ${text}`)
  return date
}

/** `days` may be negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const [year, month, day] = partsOf(date)
  return dayFrom(new Date(Date.UTC(year, month - 1, day + days)))
}

function partsOf(date: IsoDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))]
}

/** The same day of a later month, or that month's last day when it has no such day (31 January + 1). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = partsOf(date)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)))
  return dayFrom(moved)
}

/** The number of days is negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b
}

/** "21. september 2020" or "21 September 2020". */
export function formatDate(date: IsoDate, locale: Locale): string {
  const [year, month, day] = partsOf(date)
  const name = MONTHS[locale][month - 1] ?? ''
  return locale === 'da' ? `${day}. ${name} ${year}` : `${day} ${name} ${year}`
}

/** "mandag den 21. september 2020" or "Monday 21 September 2020". */
export function formatLongDate(date: IsoDate, locale: Locale): string {
  const weekday = WEEKDAYS[locale][new Date(`${date}T12:00:00Z`).getUTCDay()] ?? ''
  return locale === 'da'
    ? `${weekday} den ${formatDate(date, locale)}`
    : `${weekday} ${formatDate(date, locale)}`
}

/** The form that date fields show and accept: "21-09-2020". */
export function formatShortDate(date: IsoDate): string {
  return date.split('-').reverse().join('-')
}

/** "kl. 17.00" or "17:00". */
export function formatTime(time: string, locale: Locale): string {
  return locale === 'da' ? `kl. ${time}` : time.replace('.', ':')
}

/** Reads `9.30`, `09:30`, `0930`, `9,30` or `9` as `09.30`. Returns undefined when the text is no time of day. */
export function parseTime(text: string): string | undefined {
  const match = /^(?:kl\.? ?)?(\d{1,2}?)(?:[.:,-]?(\d{2}))?$/.exec(text.trim().toLowerCase())
  if (!match) return undefined
  const hours = Number(match[1])
  const minutes = Number(match[2] ?? '0')
  if (hours > 23 || minutes > 59) return undefined
  return `${String(hours).padStart(2, '0')}.${String(minutes).padStart(2, '0')}`
}

export const FIRST_DAY = '0000-01-01' as IsoDate
export const LAST_DAY = '9999-12-31' as IsoDate
