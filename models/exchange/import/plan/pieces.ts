import type { IsoDate } from '../../../core/dates.ts'
import type { SeatId } from '../../../core/ids.ts'
import type { ImportSeat, ReadLine } from './lines.ts'
import type { Identity } from './people.ts'
import { dividedByTerms } from './terms.ts'
import type { EndReason } from '../../../rules/council/membership.ts'
import { firstEnd, overlaps, within, type Span } from '../../../rules/core/spans.ts'
import type { Term } from '../../../statutes/document.ts'
import type { OfficeKey } from '../../../statutes/offices.ts'
import { termOn } from '../../../rules/statutes/term.ts'

export interface PlannedOffice extends Span {
  office: OfficeKey
  /** The line that names the office. */
  of: ReadLine
}

export interface PlannedMembership extends Span {
  line: ReadLine
  seat: ImportSeat
  who: Identity
  term: Term
  due_on: IsoDate
  end_reason: EndReason | null
  end_note: string | null
  offices: PlannedOffice[]
}

interface Context {
  terms: readonly Term[]
  today: IsoDate
  earliest: IsoDate
  who: ReadonlyMap<ReadLine, Identity>
}

type Whole = Span & { line: ReadLine; who: Identity; same: ReadLine[] }

/** By first day. A line that makes no membership gets a problem. */
export function piecesOf(lines: readonly ReadLine[], context: Context): PlannedMembership[] {
  const wholes = wholesOf(lines, context).sort((a, b) => (a.starts_on < b.starts_on ? -1 : 1))
  const chooser = seatChooser()
  return wholes.flatMap((whole) => {
    const { line } = whole
    const pieces = dividedByTerms(whole, context.terms, areaOf(line))
    if (!pieces) {
      problem(line, 'error', 'no_term', { date: whole.starts_on })
      return []
    }
    if (pieces.length > 1) problem(line, 'warning', 'divided', { count: pieces.length })
    const seat = chooser(whole)
    if (!seat) return []
    if (seat.ends_on !== null && !within(whole, { starts_on: whole.starts_on, ends_on: seat.ends_on }))
      problem(line, 'error', 'seat_closed', { date: seat.ends_on })
    const planned = pieces.map((piece, index) => ({
      ...piece,
      ...endOf(line, piece, index === pieces.length - 1),
      line,
      seat,
      who: whole.who,
      offices: [],
    }))
    for (const one of [line, ...whole.same]) addOffices(one, planned)
    return planned
  })
}

/** Each time on a seat once: further lines about it only add an office. */
function wholesOf(lines: readonly ReadLine[], context: Context): Whole[] {
  const wholes = new Map<string, Whole>()
  for (const line of lines) {
    const span = spanOf(line, context)
    const who = context.who.get(line)
    if (!span || !who || line.seats.length === 0) continue
    const seats = line.seats.map(({ id }) => id).join()
    const person = 'personId' in who ? `#${who.personId}` : who.name
    const key = [seats, person, span.starts_on, span.ends_on].join('|')
    const found = wholes.get(key)
    if (!found) {
      wholes.set(key, { ...span, line, who, same: [] })
      continue
    }
    found.same.push(line)
    if (line.office === null) problem(line, 'warning', 'repeated', { line: found.line.line })
  }
  return [...wholes.values()]
}

function spanOf(line: ReadLine, { terms, today, earliest }: Context): Span | undefined {
  const { from, until } = line
  if (from === undefined || until === undefined) return undefined
  if (from < earliest) {
    problem(line, 'error', 'too_early', { date: earliest })
    return undefined
  }
  if (until === null) {
    const term = termOn(terms, from, areaOf(line))
    if (!term) {
      problem(line, 'error', 'no_term', { date: from })
      return undefined
    }
    if (term.endsOn < today) problem(line, 'warning', 'until_missing', { date: term.endsOn })
    return { starts_on: from, ends_on: term.endsOn }
  }
  if (until < from) {
    problem(line, 'error', 'end_before_start', { from })
    return undefined
  }
  return { starts_on: from, ends_on: until }
}

/** All seats that a line can mean are of one area. */
function areaOf({ seats }: ReadLine): string | undefined {
  return seats[0]?.area
}

/** Prefers the seat the person had, then the seat the same organisation had, then the first free one. */
function seatChooser(): (whole: Whole) => ImportSeat | undefined {
  const last = new Map<SeatId, Whole>()
  return (whole) => {
    const { seats } = whole.line
    const free = seats.filter(({ id }) => {
      const before = last.get(id)
      return !before || !overlaps(before, whole)
    })
    const had = (match: (before: Whole) => boolean) =>
      free.find(({ id }) => {
        const before = last.get(id)
        return before !== undefined && match(before)
      })
    const chosen =
      had(({ who }) => samePerson(who, whole.who)) ??
      had(({ line }) => line.organisation !== null && line.organisation === whole.line.organisation) ??
      free[0] ??
      seats[0]
    if (chosen) last.set(chosen.id, whole)
    if (chosen && seats.length > 1) problem(whole.line, 'warning', 'seat_chosen', { seat: chosen.label })
    return chosen
  }
}

function samePerson(a: Identity, b: Identity): boolean {
  if ('personId' in a) return 'personId' in b && a.personId === b.personId
  return 'name' in b && a.name === b.name
}

/** Without a reason the membership was due on the day it ended. */
function endOf(line: ReadLine, { ends_on, term }: Span & { term: Term }, isLast: boolean) {
  const early = isLast && ends_on !== term.endsOn
  const { reason, note } = line
  if (early && reason !== 'ran_out') return { due_on: term.endsOn, end_reason: reason, end_note: note }
  if (early && line.until !== null) problem(line, 'warning', 'early_without_reason', { date: ends_on })
  if (isLast && !early && reason !== 'ran_out')
    problem(line, 'warning', 'reason_on_due_day', { date: ends_on })
  return { due_on: ends_on, end_reason: null, end_note: null }
}

function addOffices(line: ReadLine, planned: readonly PlannedMembership[]): void {
  const [first] = planned
  const lastPiece = planned.at(-1)
  if (line.office === null || !first || !lastPiece) return
  if (line.officeFrom === undefined || line.officeUntil === undefined) return
  const wanted = {
    starts_on: line.officeFrom ?? first.starts_on,
    ends_on: line.officeUntil ?? lastPiece.ends_on,
  }
  const whole = { starts_on: first.starts_on, ends_on: lastPiece.ends_on }
  // A span that ends before it begins overlaps nothing, itself included.
  if (!overlaps(wanted, wanted) || !within(wanted, whole)) {
    problem(line, 'error', 'office_outside', { from: first.starts_on, until: lastPiece.ends_on })
    return
  }
  for (const piece of planned) {
    if (!overlaps(piece, wanted)) continue
    const starts_on = wanted.starts_on > piece.starts_on ? wanted.starts_on : piece.starts_on
    piece.offices.push({ office: line.office, of: line, starts_on, ends_on: firstEnd(piece, wanted) })
  }
}

function problem(
  line: ReadLine,
  level: 'error' | 'warning',
  code: string,
  params: Record<string, string | number> = {},
): void {
  line.problems.push({ level, code, params })
}
