import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { BodyId } from '../../core/ids.ts'
import { rosterOn } from '../../council/roster.ts'
import { listSeats, type SeatInArea } from '../../council/seats.ts'
import { bodyNamer } from '../../bodies/names.ts'
import { entriesOf, history, placesByArea, type HistoryEntry } from './history.ts'

/** Columns that an import knows have the same names there. */
export const SHEET_COLUMNS = [
  'seat_number',
  'seat',
  'kind',
  'place',
  'name',
  'organisation',
  'from',
  'until',
  'due',
  'reason',
  'office',
  'office_from',
  'office_until',
  'chosen',
  'chosen_on',
  'by',
] as const
export type SheetColumn = (typeof SHEET_COLUMNS)[number]

/** `day`: a date that the spreadsheet keeps as one. */
export type Cell = string | number | null | { day: IsoDate }

/** Words for what the register keeps as codes. */
export interface SheetWords {
  kind: (kind: SeatInArea['area_kind']) => string
  reason: (reason: string) => string
  office: (office: string) => string
  chosen: (how: string) => string
  vacant: (since: IsoDate | undefined) => string
}

/** One line for each office held in a membership. */
export async function* historySheet(db: Db, words: SheetWords): AsyncGenerator<Cell[]> {
  for await (const entry of history(db)) yield* entryLines(entry, words)
}

/** Every seat under the names of the day: its member, or since when it is vacant. */
export async function* rosterSheet(db: Db, day: IsoDate, words: SheetWords): AsyncGenerator<Cell[]> {
  const roster = await rosterOn(db, day)
  const seats = new Map((await listSeats(db)).map((seat) => [seat.id, seat]))
  const names = await bodyNamer(db)
  const placeOf = await placesByArea(db)
  const held = roster.flatMap(({ member }) => member ?? [])
  const known = { seats, nameOf: (body: BodyId) => names(body, day), placeOf }
  const entries = new Map((await entriesOf(db, held, known)).map((entry) => [entry.held.seat_id, entry]))
  for (const { seat, member, vacancy } of roster) {
    const entry = entries.get(seat.id)
    if (entry && member) {
      const offices = entry.offices.filter(({ office }) => office === member.office).slice(-1)
      yield* entryLines({ ...entry, offices }, words)
      continue
    }
    const place = placeOf.get(seat.area_id)
    const empty = { place: place === undefined ? null : names(place, day) }
    yield line(seat, words, { ...empty, name: words.vacant(vacancy?.vacantSince) })
  }
}

function entryLines(entry: HistoryEntry, words: SheetWords): Cell[][] {
  const { held, seat, place, nominators } = entry
  const { chosen } = held
  const base: Partial<Record<SheetColumn, Cell>> = {
    place,
    name: held.person,
    organisation: nominators.text,
    from: { day: held.starts_on },
    until: { day: held.ends_on },
    due: { day: held.due_on },
    reason: held.end_reason === null || held.end_private ? null : words.reason(held.end_reason),
    chosen: words.chosen(chosen.how),
    chosen_on: chosen.how === 'registered' ? null : { day: chosen.on },
    by: chosen.how === 'registered' ? null : chosen.by,
  }
  if (entry.offices.length === 0) return [line(seat, words, base)]
  return entry.offices.map(({ office, starts_on, ends_on }) =>
    line(seat, words, {
      ...base,
      office: words.office(office),
      office_from: { day: starts_on },
      office_until: { day: ends_on },
    }),
  )
}

function line(seat: SeatInArea, words: SheetWords, cells: Partial<Record<SheetColumn, Cell>>): Cell[] {
  const all: Partial<Record<SheetColumn, Cell>> = {
    seat_number: seat.number,
    seat: seat.label,
    kind: words.kind(seat.area_kind),
    ...cells,
  }
  return SHEET_COLUMNS.map((column) => all[column] ?? null)
}
