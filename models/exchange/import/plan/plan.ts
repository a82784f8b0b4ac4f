import type { IsoDate } from '../../../core/dates.ts'
import type { BodyId, PersonId, SeatId } from '../../../core/ids.ts'
import { datesIn, type DateQuestion, type DayRead } from './date_questions.ts'
import { readLine, seatFinder } from './lines.ts'
import type { ImportArea, ImportSeat, Problem, ReadLine } from './lines.ts'
import { soundKey } from '../../reading/names.ts'
import { checkTogether, type Held, type HeldOffice } from './overlaps.ts'
import { peopleIn, type Identity, type NamePair, type PairAnswer } from './people.ts'
import { piecesOf, type PlannedMembership } from './pieces.ts'
import { warnBeyondTerms } from './reelection.ts'
import type { RosterLine } from './table.ts'
import type { Reading } from './dates.ts'
import { EARLIEST, termsBackTo } from './terms.ts'
import type { RuleValue, Term } from '../../../statutes/document.ts'
import type { Office } from '../../../statutes/offices.ts'
import type { TermLength } from '../../../rules/statutes/term.ts'

export interface Answers {
  /** By question: `order` or `cell`. */
  dates: Record<string, Reading>
  /** By `soundKey` of the text: a slug, or `skip`. */
  seats: Record<string, string>
  pairs: Record<string, PairAnswer>
  /** Whether names found in the register letter by letter are the same people. */
  known?: PairAnswer | undefined
}

export const NO_ANSWERS: Answers = { dates: {}, seats: {}, pairs: {} }

export interface Known {
  areas: ImportArea[]
  /** By `soundKey` of every name they have had. */
  organisations: ReadonlyMap<string, BodyId>
  terms: Term[]
  /** The length of terms before the first one. */
  termLength: TermLength
  reelection: RuleValue<'reelection'>
  people: { id: PersonId; name: string }[]
  memberships: Held[]
  officeholdings: HeldOffice[]
  offices: Office[]
  reasonNames: readonly (readonly [reason: string, name: string])[]
  today: IsoDate
}

export interface ImportPlan {
  /** In the order of the file. */
  problems: { line: number; name: string; problems: Problem[] }[]
  dateQuestions: DateQuestion[]
  daysRead: DayRead[]
  /** Texts that name no seat; `lines` counts them. */
  seatQuestions: { text: string; key: string; lines: number }[]
  /** Texts read as a seat with another name. */
  seatsByAlias: { text: string; label: string; lines: number }[]
  pairs: NamePair[]
  known: string[]
  /** The number of questions without an answer. */
  open: number
  /** Numbers of the lines that cannot be stored. */
  wrong: number[]
  leftOut: number
  lines: number
  memberships: PlannedMembership[]
  newPeople: string[]
  /** Terms before those in the register, made first. */
  newTerms: Term[]
  earlierSeats: { seat: ImportSeat; from: IsoDate }[]
}

/** Reports all that is wrong or open, and stores nothing. */
export function planImport(lines: readonly RosterLine[], known: Known, answers: Answers): ImportPlan {
  const dates = datesIn(lines, answers.dates)
  const seatsOf = seatFinder(known.areas)
  const allSeats = known.areas.flatMap(({ seats }) => seats)
  const by = { read: dates.read, seatsOf, seatAnswers: answers.seats, allSeats, ...known }
  const read = lines.map((line) => readLine(line, by))
  const kept = read.filter(({ leftOut }) => !leftOut)
  const names = kept.map(({ name }) => name).filter((name) => name !== '')
  const people = peopleIn(names, known.people, answers)
  const earliest = kept.reduce<IsoDate | undefined>((first, { from }) => earlier(first, from), undefined)
  const newTerms = earliest === undefined ? [] : termsBackTo(known.terms, earliest, known.termLength)
  const who = identities(kept, people.identityOf)
  const context = { terms: [...newTerms, ...known.terms], today: known.today, earliest: EARLIEST, who }
  const memberships = piecesOf(kept, context)
  checkTogether(memberships, known)
  warnBeyondTerms(memberships, { ...known, terms: context.terms, seats: allSeats })
  const seatQuestions = textsOf(lines, (text) => text !== '' && seatsOf(text).length === 0)
  const wrong = kept.filter(({ problems }) => problems.some(({ level }) => level === 'error'))
  const dateOpen = dates.questions.filter(({ key, readings }) => !isAnswered(readings, answers.dates[key]))
  const seatOpen = seatQuestions.filter(({ key }) => !isSeatAnswer(allSeats, answers.seats[key]))
  const knownOpen = people.known.length > 0 && answers.known === undefined ? 1 : 0
  return {
    problems: kept.filter(({ problems }) => problems.length > 0),
    dateQuestions: dates.questions,
    daysRead: dates.asRead,
    seatQuestions,
    seatsByAlias: textsOf(lines, (text) => isAlias(seatsOf(text), text)).map(({ text, lines: count }) => ({
      text,
      label: seatsOf(text)
        .map(({ label }) => label)
        .join(' / '),
      lines: count,
    })),
    pairs: people.pairs,
    known: people.known,
    open: dateOpen.length + seatOpen.length + people.openPairs.length + knownOpen,
    wrong: wrong.map(({ line }) => line),
    leftOut: read.length - kept.length,
    lines: read.length,
    memberships,
    newPeople: newNames(memberships),
    newTerms,
    earlierSeats: earlierSeats(memberships),
  }
}

function earlier(a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return b < a && b >= EARLIEST ? b : a
}

function isAnswered(readings: readonly { reading: Reading }[], answer: Reading | undefined): boolean {
  return readings.some(({ reading }) => reading === answer)
}

function isSeatAnswer(seats: readonly ImportSeat[], answer: string | undefined): boolean {
  return answer === 'skip' || seats.some(({ slug }) => slug === answer)
}

function isAlias(seats: readonly ImportSeat[], text: string): boolean {
  return seats.length > 0 && !seats.some(({ label }) => label === text)
}

/** A line that could be about several people is wrong. */
function identities(
  lines: readonly ReadLine[],
  identityOf: (name: string) => Identity | undefined,
): Map<ReadLine, Identity> {
  const who = new Map<ReadLine, Identity>()
  for (const line of lines) {
    if (line.name === '') continue
    const identity = identityOf(line.name)
    if (identity) who.set(line, identity)
    else line.problems.push({ level: 'error', code: 'several_people', params: { name: line.name } })
  }
  return who
}

function textsOf(lines: readonly RosterLine[], which: (text: string) => boolean) {
  const counts = new Map<string, { text: string; key: string; lines: number }>()
  for (const { seat } of lines) {
    const found = counts.get(seat)
    if (found) found.lines += 1
    else counts.set(seat, { text: seat, key: soundKey(seat), lines: 1 })
  }
  return [...counts.values()].filter(({ text }) => which(text))
}

function newNames(memberships: readonly PlannedMembership[]): string[] {
  return [...new Set(memberships.flatMap(({ who }) => ('name' in who ? [who.name] : [])))]
}

function earlierSeats(memberships: readonly PlannedMembership[]): ImportPlan['earlierSeats'] {
  const first = new Map<SeatId, { seat: ImportSeat; from: IsoDate }>()
  for (const { seat, starts_on } of memberships) {
    const from = first.get(seat.id)?.from ?? seat.starts_on
    if (starts_on < from) first.set(seat.id, { seat, from: starts_on })
  }
  return [...first.values()].sort((a, b) => a.seat.id - b.seat.id)
}
