import type { By } from '../../core/audit.ts'
import { later, type IsoDate } from '../../core/dates.ts'
import type { Db, Trx } from '../../core/db.ts'
import {
  type AreaId,
  type ElectionId,
  type MembershipId,
  NO_ID,
  type PersonId,
  type SeatId,
} from '../../core/ids.ts'
import { Conflict, Refused } from '../../core/errors.ts'
import { standing } from '../../council/in_office.ts'
import { endAnnulled } from '../../council/leaving.ts'
import { seatPerson } from '../../council/seating.ts'
import { insertPerson } from '../../people/people.ts'
import { openSeats, type OpenSeat } from '../../rules/council/open_seats.ts'
import type { MembershipRow, TermRow } from '../../council/tables.ts'
import type { CandidacyRow } from '../candidates/tables.ts'
import { contactFrom } from '../../people/contact.ts'
import type { Election } from '../elections.ts'

export async function listHoldings(
  db: Db,
  areaId: AreaId,
): Promise<Pick<MembershipRow, 'seat_id' | 'term_id' | 'starts_on' | 'ends_on'>[]> {
  return db('memberships')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .where('seats.area_id', areaId)
    .where(standing())
    .select(
      'memberships.seat_id',
      'memberships.term_id',
      'memberships.starts_on as starts_on',
      'memberships.ends_on as ends_on',
    )
}

/** The seats that are free from some day on, from `from` at the earliest, for the rest of the term. */
export async function listOpenSeats(
  db: Db,
  areaId: AreaId,
  term: TermRow,
  from: IsoDate,
): Promise<OpenSeat[]> {
  const seats = await db('seats').where({ area_id: areaId }).orderBy('number')
  const window = { starts_on: later(term.starts_on, from), ends_on: term.ends_on }
  return openSeats(seats, await listHoldings(db, areaId), window)
}

export interface Seated {
  membership: MembershipId
  seat: SeatId
  person: PersonId
  starts_on: IsoDate
}

/** Those elected both times keep their seats, the others leave theirs, and the newly elected get one. */
export async function reseat(
  trx: Trx,
  by: By,
  election: Election,
  elected: readonly CandidacyRow[],
): Promise<{ seated: Seated[]; unseated: MembershipId[] }> {
  const given = await listSeatedBy(trx, election.id)
  const keep = elected.map(({ id }) => id)
  const leaving = given.filter(({ candidacy_id }) => !keep.includes(candidacy_id ?? NO_ID))
  for (const { id } of leaving) await endAnnulled(trx, id, by.clock.today())
  const newly = elected.filter(({ id }) => !given.some(({ candidacy_id }) => candidacy_id === id))
  return { seated: await seatElected(trx, by, election, newly), unseated: leaving.map(({ id }) => id) }
}

/** Leaves out the memberships that an annulment has taken back. */
async function listSeatedBy(db: Db, electionId: ElectionId): Promise<MembershipRow[]> {
  const candidacies = db('candidacies').where({ election_id: electionId }).select('id')
  const given = await db('memberships').whereIn('candidacy_id', candidacies).where(standing()).orderBy('id')
  return given.filter(({ end_reason }) => end_reason !== 'election_annulled')
}

/**
 * From the first day of the term, today when it has begun, or the day after the holder leaves; until the term ends.
 * Registers those who are not in the register. Throws Conflict when a seat was taken meanwhile.
 */
export async function seatElected(
  trx: Trx,
  by: By,
  election: Election,
  elected: readonly CandidacyRow[],
): Promise<Seated[]> {
  const open = await listOpenSeats(trx, election.area_id, election.term, by.clock.today())
  const seated: Seated[] = []
  for (const [index, candidacy] of elected.entries()) {
    const seat = open[index]
    if (!seat) throw takenMeanwhile(election)
    seated.push(await seatCandidate(trx, by, election, candidacy, seat))
  }
  return seated
}

async function seatCandidate(
  trx: Trx,
  by: By,
  election: Election,
  candidacy: CandidacyRow,
  seat: OpenSeat,
): Promise<Seated> {
  const person = candidacy.person_id ?? (await registerCandidate(trx, by, election, candidacy))
  const membership = await seatPerson(trx, {
    seatId: seat.seat_id,
    personId: person,
    termId: election.term_id,
    startsOn: seat.from,
    dueOn: election.term.ends_on,
    origin: 'election',
    candidacyId: candidacy.id,
  }).catch((error: unknown) => {
    throw error instanceof Refused && error.reason === 'seat_taken' ? takenMeanwhile(election) : error
  })
  return { membership, seat: seat.seat_id, person, starts_on: seat.from }
}

function takenMeanwhile(election: Election): Conflict {
  return new Conflict('seat_taken_meanwhile', { area: election.area_name })
}

/** A candidate has agreed to the name on ballots and posters, so it may be shown. */
async function registerCandidate(
  trx: Trx,
  by: By,
  election: Election,
  { id, name, contact }: CandidacyRow,
): Promise<PersonId> {
  const place = await trx('area_bodies').where({ area_id: election.area_id }).orderBy('id').first('body_id')
  const person = await insertPerson(trx, by, {
    name,
    ...contactFrom(contact, place?.body_id),
    protected_address: false,
    publish: { name: true, email: false, phone: false },
  })
  await trx('candidacies').where({ id }).update({ person_id: person })
  return person
}
