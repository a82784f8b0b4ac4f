import type { IsoDate } from '../core/dates.ts'
import { isTaken, type Trx } from '../core/db.ts'
import type { AppointmentId, CandidacyId, MembershipId, PersonId, SeatId, TermId } from '../core/ids.ts'
import { Conflict, NotFound, Refused, require } from '../core/errors.ts'
import { insertOne } from '../core/insert.ts'
import { checkMembership } from '../rules/council/membership.ts'
import { checkQuotas } from '../rules/council/quotas.ts'
import { within } from '../rules/core/spans.ts'
import type { Origin, TermRow } from './tables.ts'
import { inOffice, standing } from './in_office.ts'
import { getTerm, listTermsOfArea } from './terms.ts'
import { listSeats, type SeatInArea } from './seats.ts'
import { statutesOn } from '../statutes/versions.ts'
import { findPerson } from '../people/find_person.ts'
import { requireTermLeft } from './terms_sat.ts'

export interface Seating {
  seatId: SeatId
  personId: PersonId
  termId: TermId
  startsOn: IsoDate
  /** The last day, unless the member leaves before it. */
  dueOn: IsoDate
  origin: Origin
  candidacyId?: CandidacyId
  appointmentId?: AppointmentId
}

/** Returns the membership's id. Refused: seat taken, person seated elsewhere or too long, days outside the term. */
export async function seatPerson(trx: Trx, seating: Seating): Promise<MembershipId> {
  const { seatId, personId, startsOn, dueOn } = seating
  const seat = (await listSeats(trx)).find(({ id }) => id === seatId)
  if (!seat) throw new NotFound(`seat ${seatId}`)
  await requirePerson(trx, personId)
  const term = await getTerm(trx, seating.termId)
  require(
    checkMembership({
      startsOn,
      dueOn,
      term: { startsOn: term.starts_on, endsOn: term.ends_on },
      seatTaken: await listHoldersOf(trx, seatId),
      personElsewhere: await listSeatsHeldBy(trx, personId),
    }),
  )
  requireSeatThen(seat, startsOn, dueOn)
  await requireTermOfSeat(trx, seat, term)
  await requireQuotas(trx, seat, startsOn)
  if (seating.origin !== 'election') await requireTerms(trx, seating)
  return insertMembership(trx, seating)
}

async function requirePerson(trx: Trx, id: PersonId): Promise<void> {
  if (!(await findPerson(trx, id))) throw new Refused('no_such_person', {}, 'person_id')
}

async function listHoldersOf(trx: Trx, seatId: SeatId) {
  return trx('memberships')
    .where({ seat_id: seatId })
    .where(standing())
    .join('people', 'people.id', 'memberships.person_id')
    .orderBy('starts_on')
    .select('starts_on', 'ends_on', 'people.name as person')
}

async function listSeatsHeldBy(trx: Trx, personId: PersonId) {
  const held = await trx('memberships').where({ person_id: personId }).where(standing()).orderBy('starts_on')
  const seats = await listSeats(trx)
  const labelOf = (id: SeatId) => seats.find((seat) => seat.id === id)?.label ?? ''
  return held.map(({ starts_on, ends_on, seat_id }) => ({ starts_on, ends_on, seat: labelOf(seat_id) }))
}

function requireSeatThen(seat: SeatInArea, startsOn: IsoDate, dueOn: IsoDate): void {
  const exists = { starts_on: seat.starts_on, ends_on: seat.ends_on ?? dueOn }
  if (within({ starts_on: startsOn, ends_on: dueOn }, exists)) return
  throw new Refused('seat_not_there', { seat: seat.label }, 'starts_on')
}

async function requireTermOfSeat(trx: Trx, seat: SeatInArea, term: TermRow): Promise<void> {
  const own = await listTermsOfArea(trx, seat.area_id)
  if (!own.some(({ id }) => id === term.id))
    throw new Refused('term_not_of_area', { area: seat.area_name }, 'starts_on')
}

/** Only a hard quota ("at most") refuses; any other depends on who comes later. */
async function requireQuotas(trx: Trx, seat: SeatInArea, on: IsoDate): Promise<void> {
  const { statutes } = await statutesOn(trx, on)
  const quotas = statutes.rules.quotas?.value ?? []
  if (quotas.length === 0) return
  const seats = (await listSeats(trx)).filter((one) => one.starts_on <= on && on <= (one.ends_on ?? on))
  const held = await trx('memberships').where(inOffice(on)).pluck<SeatId[]>('seat_id')
  const areaOf = ({ area_slug, area_kind }: SeatInArea) => ({ key: area_slug, kind: area_kind })
  const members = seats.filter(({ id }) => held.includes(id)).map(areaOf)
  require(checkQuotas(quotas, areaOf(seat), members, seats.length), 'person_id')
}

// The elected are not asked: voters chose them, two people approved, and a refusal would leave the election stuck.
// Candidates meet the rule before the list is approved instead, and their page shows it after.
async function requireTerms(trx: Trx, { personId, termId, startsOn }: Seating): Promise<void> {
  const { statutes } = await statutesOn(trx, startsOn)
  await requireTermLeft(trx, statutes, { personId, termId })
}

async function insertMembership(trx: Trx, seating: Seating): Promise<MembershipId> {
  try {
    return await insertOne(trx, 'memberships', {
      seat_id: seating.seatId,
      person_id: seating.personId,
      term_id: seating.termId,
      starts_on: seating.startsOn,
      due_on: seating.dueOn,
      ends_on: seating.dueOn,
      end_reason: null,
      end_note: null,
      origin: seating.origin,
      candidacy_id: seating.candidacyId ?? null,
      appointment_id: seating.appointmentId ?? null,
      voided_on: null,
      end_private: 0,
    })
  } catch (error) {
    // The database guards see what another transaction stored since the check.
    if (isTaken(error)) throw new Conflict('register_changed')
    throw error
  }
}
