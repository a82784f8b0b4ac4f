import { act, type By } from '../core/audit.ts'
import type { IsoDate } from '../core/dates.ts'
import type { Db, Trx } from '../core/db.ts'
import { type MembershipId, NO_ID, type PersonId, type SeatId } from '../core/ids.ts'
import { Conflict, NotFound, Refused } from '../core/errors.ts'
import { listHeld, type Held } from './held.ts'
import { notOver, standing } from './in_office.ts'
import { findTermOn } from './terms.ts'
import { getSeat, listSeats, type SeatInArea } from './seats.ts'
import { seatPerson, type Seating } from './seating.ts'

export { seatPerson, type Seating } from './seating.ts'

export interface MembershipForm {
  person_id: PersonId
  starts_on: IsoDate
  /** Left out: the end of the term that the first day lies in. */
  due_on?: IsoDate | undefined
  /** Id of the seat's newest membership when the page was made; 0 for none. */
  seen: number
}

/** Places a person by hand. Throws Conflict when the seat changed since the page was made. */
export async function startMembership(
  db: Db,
  by: By,
  seatSlug: string,
  form: MembershipForm,
): Promise<{ id: MembershipId; personId: PersonId }> {
  return act(db, by, async (trx) => {
    const seat = await getSeat(trx, seatSlug)
    const term = await findTermOn(trx, form.starts_on, seat.area_id)
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

async function seatRegistered(trx: Trx, form: MembershipForm, seating: Seating): Promise<MembershipId> {
  try {
    return await seatPerson(trx, seating)
  } catch (error) {
    if (!(error instanceof Refused && error.reason === 'seat_taken')) throw error
    if ((await newestMembershipOf(trx, seating.seatId)) === form.seen) throw error
    throw new Conflict('seat_taken', error.params)
  }
}

/** The newest by registration; NO_ID when the seat has no membership. */
export async function newestMembershipOf(db: Db, seatId: SeatId): Promise<MembershipId> {
  const newest = await db('memberships').where({ seat_id: seatId }).orderBy('id', 'desc').first('id')
  return newest?.id ?? NO_ID
}

export interface MembershipOfPerson extends Held {
  seat: SeatInArea
}

/** Finds struck-out memberships too. */
export async function getMembership(db: Db, id: MembershipId): Promise<MembershipOfPerson> {
  const [membership] = await withSeats(db, (memberships) => void memberships.where('memberships.id', id))
  if (!membership) throw new NotFound(`membership ${id}`)
  return membership
}

/** Newest first, without struck-out memberships. */
export async function listMembershipsOf(db: Db, personId: PersonId): Promise<MembershipOfPerson[]> {
  return withSeats(
    db,
    (memberships) =>
      void memberships
        .where('memberships.person_id', personId)
        .where(standing())
        .orderBy('memberships.starts_on', 'desc'),
  )
}

/** Newest first, with struck-out memberships. */
export async function listAllMembershipsOf(db: Db, personId: PersonId): Promise<MembershipOfPerson[]> {
  return withSeats(
    db,
    (memberships) =>
      void memberships
        .where('memberships.person_id', personId)
        .orderBy('memberships.starts_on', 'desc')
        .orderBy('memberships.id', 'desc'),
  )
}

/** Sitting and booked members, by seat. */
export async function listMembersFrom(db: Db, day: IsoDate): Promise<MembershipOfPerson[]> {
  const members = await withSeats(db, (memberships) => void memberships.where(notOver(day)))
  return members.sort((a, b) => a.seat.number - b.seat.number || (a.starts_on < b.starts_on ? -1 : 1))
}

async function withSeats(db: Db, which: Parameters<typeof listHeld>[1]): Promise<MembershipOfPerson[]> {
  const seats = new Map((await listSeats(db)).map((seat) => [seat.id, seat]))
  const held = await listHeld(db, which)
  return held.flatMap((membership) => {
    const seat = seats.get(membership.seat_id)
    return seat ? [{ ...membership, seat }] : []
  })
}
