import { act, type By } from '../audit.ts'
import type { IsoDate } from '../dates.ts'
import { isTaken, type Db, type Trx } from '../db.ts'
import { Conflict, NotFound, Refused } from '../errors.ts'
import { checkMembership } from '../rules/membership.ts'
import { within } from '../rules/spans.ts'
import type { MembershipRow, Origin } from '../tables.ts'
import { standing } from './in_office.ts'
import { findTermOn, getSeat, getTerm, listSeats, type SeatInArea } from './places.ts'

export interface Seating {
  seatId: number
  personId: number
  termId: number
  startsOn: IsoDate
  /** The last day unless the member leaves before it, included. */
  dueOn: IsoDate
  origin: Origin
  candidacyId?: number
  appointmentId?: number
}

/**
 * Places a person on a seat, inside the act that elected, appointed or registered them; returns the membership's id.
 * Throws Refused where the seat is taken on any of the days, the person sits elsewhere, or the days are not in the term.
 */
export async function seatPerson(trx: Trx, seating: Seating): Promise<number> {
  const { seatId, personId, startsOn, dueOn } = seating
  const seat = (await listSeats(trx)).find(({ id }) => id === seatId)
  if (!seat) throw new NotFound(`seat ${seatId}`)
  await requirePerson(trx, personId)
  const term = await getTerm(trx, seating.termId)
  const verdict = checkMembership({
    startsOn,
    dueOn,
    term: { startsOn: term.starts_on, endsOn: term.ends_on },
    seatTaken: await listHoldersOf(trx, seatId),
    personElsewhere: await listSeatsHeldBy(trx, personId),
  })
  if (!verdict.ok) throw new Refused(verdict.reason, verdict.params, verdict.field)
  requireSeatThen(seat, startsOn, dueOn)
  return insertMembership(trx, seating)
}

async function requirePerson(trx: Trx, id: number): Promise<void> {
  if (!(await trx('people').where({ id }).first('id'))) throw new Refused('no_such_person', {}, 'person_id')
}

/** Everyone who has held or will hold the seat, for the rule to look through. */
async function listHoldersOf(trx: Trx, seatId: number) {
  return trx('memberships')
    .where({ seat_id: seatId })
    .where(standing())
    .join('people', 'people.id', 'memberships.person_id')
    .orderBy('starts_on')
    .select('starts_on', 'ends_on', 'people.name as person')
}

async function listSeatsHeldBy(trx: Trx, personId: number) {
  const held = await trx('memberships').where({ person_id: personId }).where(standing()).orderBy('starts_on')
  const seats = await listSeats(trx)
  const labelOf = (id: number) => seats.find((seat) => seat.id === id)?.label ?? ''
  return held.map(({ starts_on, ends_on, seat_id }) => ({ starts_on, ends_on, seat: labelOf(seat_id) }))
}

function requireSeatThen(seat: SeatInArea, startsOn: IsoDate, dueOn: IsoDate): void {
  const exists = { starts_on: seat.starts_on, ends_on: seat.ends_on ?? dueOn }
  if (within({ starts_on: startsOn, ends_on: dueOn }, exists)) return
  throw new Refused('seat_not_there', { seat: seat.label }, 'starts_on')
}

async function insertMembership(trx: Trx, seating: Seating): Promise<number> {
  try {
    const [row] = await trx('memberships')
      .insert({
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
      })
      .returning('id')
    return (row as { id: number }).id
  } catch (error) {
    // The guards in the database see what another transaction stored since the check.
    if (isTaken(error)) throw new Conflict('register_changed')
    throw error
  }
}

export interface MembershipForm {
  person_id: number
  starts_on: IsoDate
  /** Left out: to the end of the term that the first day lies in. */
  due_on?: IsoDate | undefined
  /** The newest membership of the seat that the page showed; 0 where there was none. */
  seen: number
}

/** The secretary places a person on a seat by hand. What somebody else did since the page was made is a Conflict. */
export async function startMembership(
  db: Db,
  by: By,
  seatSlug: string,
  form: MembershipForm,
): Promise<{ id: number; personId: number }> {
  return act(db, by, async (trx) => {
    const seat = await getSeat(trx, seatSlug)
    const term = await findTermOn(trx, form.starts_on)
    if (!term) throw new Refused('no_term', { date: form.starts_on }, 'starts_on')
    const id = await seatRegistered(trx, form, {
      seatId: seat.id,
      personId: form.person_id,
      termId: term.id,
      startsOn: form.starts_on,
      dueOn: form.due_on ?? term.ends_on,
      origin: 'registration',
    })
    const details = { seat: seat.slug, person: form.person_id, starts_on: form.starts_on }
    const result = { id, personId: form.person_id }
    return { action: 'membership.started', subject: `membership:${id}`, details, result }
  })
}

async function seatRegistered(trx: Trx, form: MembershipForm, seating: Seating): Promise<number> {
  try {
    return await seatPerson(trx, seating)
  } catch (error) {
    if (!(error instanceof Refused && error.reason === 'seat_taken')) throw error
    if ((await newestMembershipOf(trx, seating.seatId)) === form.seen) throw error
    throw new Conflict('seat_taken', error.params)
  }
}

/** The id of the membership of the seat that was registered last; 0 where there is none. */
export async function newestMembershipOf(db: Db, seatId: number): Promise<number> {
  const newest = await db('memberships').where({ seat_id: seatId }).orderBy('id', 'desc').first('id')
  return newest?.id ?? 0
}

export interface MembershipOfPerson extends MembershipRow {
  person: string
  seat: SeatInArea
}

export async function getMembership(db: Db, id: number): Promise<MembershipOfPerson> {
  const membership = await db('memberships').where({ id }).first()
  if (!membership) throw new NotFound(`membership ${id}`)
  return (await withNames(db, [membership]))[0] as MembershipOfPerson
}

/** A person's time on the council, the newest first. */
export async function listMembershipsOf(db: Db, personId: number): Promise<MembershipOfPerson[]> {
  const held = await db('memberships')
    .where({ person_id: personId })
    .where(standing())
    .orderBy('starts_on', 'desc')
  return withNames(db, held)
}

async function withNames(db: Db, memberships: MembershipRow[]): Promise<MembershipOfPerson[]> {
  const ids = memberships.map(({ person_id }) => person_id)
  const people = new Map((await db('people').whereIn('id', ids)).map(({ id, name }) => [id, name]))
  const seats = new Map((await listSeats(db)).map((seat) => [seat.id, seat]))
  return memberships.map((membership) => ({
    ...membership,
    person: people.get(membership.person_id) ?? '',
    seat: seats.get(membership.seat_id) as SeatInArea,
  }))
}
