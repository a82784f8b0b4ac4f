import { readFile } from 'node:fs/promises'
import { inviteAccount } from '../models/accounts/accounts.ts'
import { bySystem } from '../models/core/audit.ts'
import { choosePassword, renewLink } from '../models/accounts/credentials.ts'
import { addDays, isoDate, systemClock, type IsoDate } from '../models/core/dates.ts'
import type { Db } from '../models/core/db.ts'
import { idOf, type PersonId, type SeatId, type TermId } from '../models/core/ids.ts'
import { migrate } from '../models/core/migrate.ts'
import { loadStatutes } from '../models/council/statutes/loading.ts'
import { BENCH_KEYS } from './settings.ts'

export const PASSWORD = 'only for measurements'
export const EMAIL = 'maaling@raadsbogen.example'
const BATCH = 100

/** Memberships laid end to end over the seats, the newest of each seat open today. */
export async function seed(db: Db, statutesFile: string, memberships: number): Promise<void> {
  const by = bySystem(systemClock, BENCH_KEYS)
  await migrate(db)
  await loadStatutes(db, by, JSON.parse(await readFile(statutesFile, 'utf8')))
  const { id } = await inviteAccount(db, by, {
    name: 'Måling',
    email: EMAIL,
    phone: null,
    role: 'secretary',
    personId: null,
    places: [],
  })
  await choosePassword(db, by, await renewLink(db, by, id), PASSWORD)
  await insertMemberships(db, memberships)
  // A database in use knows how its rows are spread; one that was filled a second ago must be told.
  await db.raw('analyze')
}

/** Straight into the table: ten thousand acts would take longer than everything that is measured. */
async function insertMemberships(db: Db, memberships: number): Promise<void> {
  if (memberships === 0) return
  const today = systemClock.today()
  const term = await db('terms').where('starts_on', '<=', today).where('ends_on', '>=', today).first()
  const termId = term?.id ?? idOf<TermId>(1)
  const seats = await db('seats').orderBy('number').pluck('id')
  const perSeat = Math.max(1, Math.ceil(memberships / seats.length))
  const rows = seats.flatMap((seat_id) => historyOf(seat_id, perSeat, termId, term?.ends_on ?? today))
  const wanted = rows.slice(0, Math.max(memberships, seats.length))
  for (let start = 0; start < wanted.length; start += BATCH) {
    const batch = wanted.slice(start, start + BATCH)
    await db('people').insert(
      batch.map(({ person_id }) => ({
        id: person_id,
        name: `Medlem ${person_id}`,
        contact_by: 'post' as const,
        protected_address: false,
        registered_on: today,
      })),
    )
    await db('person_publications').insert(
      batch.map(({ person_id }) => ({
        person_id,
        field: 'name' as const,
        published: true,
        decided_on: today,
      })),
    )
    await db('memberships').insert(batch)
  }
}

/** The newest reaches from January to the end of the term; each earlier one lasts ten days and ends the day before. */
function historyOf(seat_id: SeatId, perSeat: number, term_id: TermId, last: IsoDate) {
  const newest = isoDate(`${last.slice(0, 4)}-01-01`)
  return Array.from({ length: perSeat }, (_none, age) => {
    const starts_on = age === 0 ? addDays(newest, -1100) : addDays(newest, -1100 - 10 * age)
    const ends_on = age === 0 ? last : addDays(starts_on, 9)
    const person_id = idOf<PersonId>((seat_id - 1) * perSeat + age + 1)
    const membership = { seat_id, person_id, term_id, starts_on, due_on: ends_on, ends_on }
    return { ...membership, origin: 'registration' as const }
  })
}
