import type { IsoDate } from '../../core/dates.ts'

const MINUTE_MS = 60_000

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** The moment when a Danish clock shows the day and time (`HH.MM`), summer or winter. */
export function danishMoment(day: IsoDate, time: string): Date {
  const wanted = Date.parse(`${day}T${time.replace('.', ':')}:00Z`)
  const shown = (moment: number) => Date.parse(`${wallClock.format(moment).replace(' ', 'T')}:00Z`)
  // Denmark is one or two hours ahead: the second look is right even when the clocks change in between.
  const first = wanted - (shown(wanted) - wanted)
  const second = first + (wanted - shown(first))
  return new Date(Math.round(second / MINUTE_MS) * MINUTE_MS)
}

/** As `2026-03-29T15:00:00Z`. */
export function utcText(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`
}
