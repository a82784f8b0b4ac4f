import type { IsoDate } from '../../../core/dates.ts'
import type { BodyId, SeatId } from '../../../core/ids.ts'
import type { DateColumn, FileDates } from './date_questions.ts'
import { looksGarbled, looksLikeFormula, mixesAlphabets, soundKey } from '../../reading/names.ts'
import type { RosterLine } from './table.ts'
import { officeOf, organisationsIn, reasonOf } from './words.ts'
import type { EndReason } from '../../../rules/council/membership.ts'
import type { Office, OfficeKey } from '../../../statutes/offices.ts'

/** `error`: the line cannot be stored. `warning`: the secretary should look at it. */
export interface Problem {
  level: 'error' | 'warning'
  code: string
  params: Record<string, string | number>
}

export interface ImportSeat {
  id: SeatId
  slug: string
  area: string
  label: string
  starts_on: IsoDate
  ends_on: IsoDate | null
}

/** `names`: every name of the area, its places and its organisations. */
export interface ImportArea {
  names: string[]
  seats: ImportSeat[]
}

/** undefined for what cannot be read, with a problem that says so. */
export interface ReadLine {
  line: number
  name: string
  /** Possible seats; empty when the line does not say. */
  seats: ImportSeat[]
  /** The secretary's answer leaves out lines with this seat. */
  leftOut: boolean
  from: IsoDate | undefined
  /** null when the cell is empty. */
  until: IsoDate | null | undefined
  reason: EndReason | 'ran_out'
  /** The file's reason, when it is none of the known ones. */
  note: string | null
  office: OfficeKey | null
  officeFrom: IsoDate | null | undefined
  officeUntil: IsoDate | null | undefined
  organisation: string | null
  bodies: BodyId[]
  problems: Problem[]
}

const LONGEST_NAME = 120

/** Finds one seat by its own name, or an area's seats by any name the area has had. */
export function seatFinder(areas: readonly ImportArea[]): (text: string) => ImportSeat[] {
  const found = new Map<string, ImportSeat[]>()
  const add = (name: string, seats: ImportSeat[]) => {
    if (!found.has(soundKey(name))) found.set(soundKey(name), seats)
  }
  for (const { seats } of areas) for (const seat of seats) add(seat.label, [seat])
  for (const { names, seats } of areas) for (const name of names) add(name, seats)
  for (const { seats } of areas) for (const seat of seats) add(seat.slug, [seat])
  return (text) => found.get(soundKey(text)) ?? []
}

export interface ReadingWith {
  read: FileDates['read']
  seatsOf: (text: string) => ImportSeat[]
  /** By `soundKey` of an unknown seat: the slug chosen, or `skip`. */
  seatAnswers: Readonly<Record<string, string>>
  allSeats: readonly ImportSeat[]
  organisations: ReadonlyMap<string, BodyId>
  reasonNames: readonly (readonly [reason: string, name: string])[]
  offices: readonly Office[]
}

export function readLine(raw: RosterLine, by: ReadingWith): ReadLine {
  const problems: Problem[] = []
  const say = (level: Problem['level'], code: string, params: Problem['params'] = {}) =>
    problems.push({ level, code, params })
  checkTexts(raw, say)
  const answer = by.seatAnswers[soundKey(raw.seat)]
  const known = by.seatsOf(raw.seat)
  const seats = known.length > 0 ? known : by.allSeats.filter(({ slug }) => slug === answer)
  if (raw.seat === '') say('error', 'seat_missing')
  const day = (column: DateColumn): IsoDate | null | undefined => {
    if (raw[column] === '') return null
    const read = by.read(column, raw[column])
    if (read === undefined) say('error', 'day_unreadable', { text: raw[column].replace(/^date:/, '') })
    return read === 'unanswered' ? undefined : read
  }
  const from = day('from')
  if (from === null) say('error', 'from_missing')
  const reason = reasonOf(raw.reason, by.reasonNames)
  if (reason === undefined) say('warning', 'reason_unknown', { text: raw.reason })
  const office = officeOf(raw.office, by.offices)
  if (office === undefined) say('error', ...unknownOffice(raw.office, by.offices))
  const { ids, unknown } = organisationsIn(raw.organisation, by.organisations)
  if (unknown) say('warning', 'organisation_unknown', { text: raw.organisation })
  return {
    line: raw.line,
    name: raw.name,
    seats,
    leftOut: answer === 'skip' && known.length === 0,
    from: from ?? undefined,
    until: day('until'),
    reason: reason ?? 'other',
    note: reason === undefined ? raw.reason : null,
    office: office ?? null,
    officeFrom: day('office_from'),
    officeUntil: day('office_until'),
    organisation: raw.organisation === '' ? null : raw.organisation,
    bodies: ids,
    problems,
  }
}

/** Names the offices that can be written: the program's words and those of the statutes. */
function unknownOffice(text: string, offices: readonly Office[]): [code: string, params: Problem['params']] {
  const own = offices.flatMap(({ title }) => title ?? [])
  if (own.length === 0) return ['office_unknown', { text }]
  const named = { own: own.map(({ da }) => da).join(', '), ownEn: own.map(({ en }) => en).join(', ') }
  return ['office_unknown_own', { text, ...named }]
}

type Say = (level: Problem['level'], code: string, params?: Problem['params']) => void

function checkTexts({ name, seat, organisation, reason }: RosterLine, say: Say): void {
  if (name === '') say('error', 'name_missing')
  if (name.length > LONGEST_NAME) say('error', 'name_too_long', { most: LONGEST_NAME })
  // Six digits and four more look like a civil registration number (CPR), which must not be kept here.
  if ([name, seat, organisation, reason].some((text) => /\b\d{6}[- ]?\d{4}\b/.test(text)))
    say('error', 'looks_like_cpr')
  if (looksLikeFormula(name)) say('warning', 'name_formula')
  if (looksGarbled(name)) say('warning', 'name_garbled')
  if (mixesAlphabets(name)) say('warning', 'name_alphabets')
}
