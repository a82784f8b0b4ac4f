import { addDays, daysBetween, systemClock, type IsoDate } from '../models/core/dates.ts'
import type { Db } from '../models/core/db.ts'
import { idOf, type PersonId, type SeatId, type TermId } from '../models/core/ids.ts'
import type { MembershipRow, TermRow } from '../models/council/tables.ts'
import { seed } from './seed.ts'

const BATCH = 100
/** Short terms, so that a thousand of them end in years that have four figures. */
const DAYS_IN_TERM = 120

/**
 * A council with `count` terms, up to today's. Every fifth member leaves halfway, and every second of those has a
 * successor for the rest of the term; there are a chair and a vice chair. Returns the terms, the first one first.
 */
export async function seedTerms(db: Db, statutesFile: string, count: number): Promise<TermRow[]> {
  await seed(db, statutesFile, 0)
  const terms = await insertTerms(db, count)
  // The seats have been there all along.
  await db('seats').update({ starts_on: terms[0]?.starts_on ?? systemClock.today() })
  const seats = await db('seats').orderBy('number').pluck<SeatId[]>('id')
  const sat = terms.flatMap((term, at) => seats.flatMap((seat, number) => satIn(term, seat, at + number)))
  await insertPeople(db, sat.length)
  const rows = sat.map((row, at) => ({ ...row, person_id: idOf<PersonId>(at + 1) }))
  for (let start = 0; start < rows.length; start += BATCH)
    await db('memberships').insert(rows.slice(start, start + BATCH))
  await insertOfficers(db)
  await db.raw('analyze')
  return terms
}

/** Put before the terms of the statutes. Coming terms are no history yet and are not counted. */
async function insertTerms(db: Db, count: number): Promise<TermRow[]> {
  const today = systemClock.today()
  const begun = () => db('terms').where('starts_on', '<=', today).orderBy('starts_on')
  const known = await begun()
  const first = known[0]?.starts_on ?? today
  const rows = Array.from({ length: Math.max(0, count - known.length) }, (_none, age) => {
    const starts_on = addDays(first, -DAYS_IN_TERM * (age + 1))
    return {
      starts_on,
      ends_on: addDays(starts_on, DAYS_IN_TERM - 1),
      municipal_election_on: addDays(starts_on, -40),
    }
  })
  for (let start = 0; start < rows.length; start += BATCH)
    await db('terms').insert(rows.slice(start, start + BATCH))
  return begun()
}

type Sat = Omit<
  MembershipRow,
  'id' | 'person_id' | 'end_note' | 'end_private' | 'candidacy_id' | 'appointment_id' | 'voided_on'
>

/** One member to the end of the term, or one to its middle and then perhaps another. */
function satIn({ id: term_id, starts_on, ends_on }: TermRow, seat_id: SeatId, turn: number): Sat[] {
  const row = { seat_id, term_id, origin: 'registration' as const, due_on: ends_on, end_reason: null }
  if (turn % 5 !== 0) return [{ ...row, starts_on, ends_on }]
  const last = middleOf({ starts_on, ends_on })
  const left = { ...row, starts_on, ends_on: last, end_reason: 'resigned' as const }
  return turn % 2 === 0 ? [left, { ...row, starts_on: addDays(last, 1), ends_on }] : [left]
}

/** The day on which members leave in a term. */
export function middleOf({ starts_on, ends_on }: { starts_on: IsoDate; ends_on: IsoDate }): IsoDate {
  return addDays(starts_on, Math.floor(daysBetween(starts_on, ends_on) / 2))
}

async function insertPeople(db: Db, count: number): Promise<void> {
  const registered_on = systemClock.today()
  for (let start = 0; start < count; start += BATCH)
    await db('people').insert(
      Array.from({ length: Math.min(BATCH, count - start) }, (_none, at) => ({
        id: idOf<PersonId>(start + at + 1),
        name: `Medlem ${start + at + 1}`,
        contact_by: 'post' as const,
        protected_address: false,
        registered_on,
      })),
    )
}

/** The officers of a term are the first two members who stay to its end. */
async function insertOfficers(db: Db): Promise<void> {
  const stayed = await db('memberships').whereNull('end_reason').orderBy('id')
  const inTerm = new Map<TermId, MembershipRow[]>()
  for (const held of stayed) inTerm.set(held.term_id, [...(inTerm.get(held.term_id) ?? []), held])
  const rows = [...inTerm.values()].flatMap((members) =>
    members.slice(0, 2).map(({ id, starts_on, ends_on }, at) => ({
      ...{ office: at === 0 ? ('chair' as const) : ('vice_chair' as const), number: 1, membership_id: id },
      ...{ starts_on, ends_on, decided_on: starts_on, decided_by: 'Udsatterådet' },
    })),
  )
  for (let start = 0; start < rows.length; start += BATCH)
    await db('officeholdings').insert(rows.slice(start, start + BATCH))
}
