import { act, type By } from '../core/audit.ts'
import { addDays, type IsoDate } from '../core/dates.ts'
import type { Db, Trx } from '../core/db.ts'
import { Conflict, require } from '../core/errors.ts'
import { checkLeaving, type EndReason } from '../rules/council/membership.ts'
import { includesDay, nextStartedAfter } from '../rules/core/spans.ts'
import { substitutesOf } from '../rules/council/substitutes.ts'
import { fillingOf, type Filling } from '../rules/council/vacancy.ts'
import { inOffice, standing } from './in_office.ts'
import { getMembership, type MembershipOfPerson } from './memberships.ts'
import { listOfficeholdings, shortenOfficeholding, type HeldOffice } from './offices/offices.ts'
import { strikeOut } from './strike_out.ts'
import { statutesOn } from '../statutes/versions.ts'
import { listSubstitutesOn } from './substitutes/ready.ts'

/** What follows if a member leaves: what ends, from when the seat is vacant, and how it is filled again. */
export interface Leaving {
  membership: MembershipOfPerson
  offices: HeldOffice[]
  vacantFrom: IsoDate
  filling: Filling
  hasSubstitutes: boolean
  /** The first day of the member who is booked to come after. */
  nextFrom: IsoDate | undefined
}

/** Looks ahead at a leaving with the day as the last one on the seat. Throws as `endMembership` does. */
export async function previewLeaving(db: Db, id: number, endsOn: IsoDate): Promise<Leaving> {
  const membership = await leavingMembership(db, id, endsOn, 'other')
  const vacantFrom = addDays(endsOn, 1)
  const { statutes } = await statutesOn(db, vacantFrom)
  const held = await db('memberships').where({ seat_id: membership.seat_id }).where(standing())
  return {
    membership,
    offices: (await officesAfter(db, id, endsOn)).map(({ held }) => held),
    vacantFrom,
    filling: fillingOf(
      statutes,
      membership.seat.area_slug,
      vacantFrom,
      { ...membership, ends_on: endsOn },
      {
        seat: { id: membership.seat_id, area_key: membership.seat.area_slug },
        substitutes: await listSubstitutesOn(db, vacantFrom),
        seated: await db('memberships').where(inOffice(vacantFrom)).pluck<number[]>('person_id'),
      },
    ),
    hasSubstitutes: substitutesOf(statutes, membership.seat.area_slug) !== 'none',
    nextFrom: nextStartedAfter(held, membership.ends_on)?.starts_on,
  }
}

async function leavingMembership(db: Db, id: number, leavesOn: IsoDate, reason: string) {
  const membership = await getMembership(db, id)
  if (membership.voided_on !== null) throw new Conflict('membership_voided')
  const { starts_on: startsOn, due_on: dueOn, ends_on: endsOn } = membership
  const verdict = checkLeaving({ startsOn, dueOn, endsOn, leavesOn, reason })
  if (!verdict.ok && verdict.reason === 'already_ended') throw new Conflict(verdict.reason, verdict.params)
  require(verdict)
  return membership
}

/** The offices that last longer than the membership would: shortened, or struck out where they never begin. */
async function officesAfter(db: Db, membershipId: number, endsOn: IsoDate) {
  const offices = (await listOfficeholdings(db)).filter((held) => held.membership_id === membershipId)
  return offices
    .filter((held) => includesDay(held, addDays(endsOn, 1)) || endsOn < held.starts_on)
    .map((held) => ({ held, begins: held.starts_on <= endsOn }))
}

export interface LeavingForm {
  /** The last day on the seat. */
  ends_on: IsoDate
  end_reason: EndReason
  /** For the secretary alone; never published and never in the log. */
  end_note?: string | undefined
  /** The member has asked that the reason be kept private: then the log does not have it either. */
  end_private?: boolean | undefined
}

/**
 * Ends a membership before it is due. Offices end first, since only a member may hold one. The seat is vacant from the
 * day after; no substitute steps in by itself. A membership that has ended meanwhile is a Conflict.
 */
export async function endMembership(
  db: Db,
  by: By,
  id: number,
  form: LeavingForm,
): Promise<{ id: number; seat: string }> {
  return act(db, by, async (trx) => {
    const { ends_on, end_reason, end_private } = form
    const membership = await leavingMembership(trx, id, ends_on, end_reason)
    await closeMembership(trx, membership, form, by.clock.today())
    const seat = membership.seat.slug
    const reason = end_private ? {} : { end_reason }
    const details = { seat, person: membership.person_id, ends_on, ...reason }
    return { action: 'membership.ended', subject: `membership:${id}`, details, result: { id, seat } }
  })
}

/** Moves the last day of a membership forward, inside an act that has checked it, and its offices with it. */
export async function closeMembership(
  trx: Trx,
  membership: { id: number; ends_on: IsoDate },
  { ends_on, end_reason, end_note, end_private }: LeavingForm,
  today: IsoDate,
): Promise<void> {
  await endOffices(trx, membership.id, ends_on, today)
  const moved = await trx('memberships')
    .where({ id: membership.id, ends_on: membership.ends_on })
    .where(standing())
    .update({ ends_on, end_reason, end_note: end_note || null, end_private: end_private ? 1 : 0 })
  if (moved !== 1) throw new Conflict('register_changed')
}

async function endOffices(trx: Trx, id: number, endsOn: IsoDate, today: IsoDate): Promise<void> {
  for (const { held, begins } of await officesAfter(trx, id, endsOn)) {
    if (begins) await shortenOfficeholding(trx, held, endsOn)
    else await strikeOut(trx, 'officeholdings', held.id, today)
  }
}

/**
 * Takes back the seat that an election gave, inside the act that annuls or corrects it: the day before today is the last
 * one. What has not begun by then is struck out; a member who has left before keeps that end.
 */
export async function endAnnulled(trx: Trx, id: number, today: IsoDate): Promise<void> {
  const membership = await getMembership(trx, id)
  const last = addDays(today, -1)
  if (membership.starts_on > last) {
    await strikeOutWithOffices(trx, id, today)
  } else if (includesDay(membership, today)) {
    await endOffices(trx, id, last, today)
    await trx('memberships').where({ id }).update({ ends_on: last, end_reason: 'election_annulled' })
  }
}

/**
 * Ends a membership because its seat or its term is no more, inside the act that changes the statutes: with `last` as its
 * last day, and struck out where it has not begun by then.
 */
export async function endWithStatutes(
  trx: Trx,
  id: number,
  last: IsoDate,
  today: IsoDate,
  note: string,
): Promise<void> {
  const membership = await getMembership(trx, id)
  if (last < membership.starts_on) {
    await trx('memberships').where({ id }).update({ end_note: note })
    await strikeOutWithOffices(trx, id, today)
  } else if (includesDay(membership, addDays(last, 1))) {
    await endOffices(trx, id, last, today)
    await trx('memberships').where({ id }).update({ ends_on: last, end_reason: 'other', end_note: note })
  }
}

async function strikeOutWithOffices(trx: Trx, id: number, today: IsoDate): Promise<void> {
  const offices = await trx('officeholdings')
    .where({ membership_id: id })
    .where(standing('officeholdings'))
    .pluck('id')
  for (const office of offices) await strikeOut(trx, 'officeholdings', office, today)
  await strikeOut(trx, 'memberships', id, today)
}

/**
 * Strikes out a membership that should never have been written, and its offices with it. The rows are kept; they count
 * nowhere. Also for a member who says no before the first day.
 */
export async function voidMembership(
  db: Db,
  by: By,
  id: number,
  note: string,
): Promise<{ id: number; seat: string }> {
  return act(db, by, async (trx) => {
    const membership = await getMembership(trx, id)
    if (membership.voided_on !== null) throw new Conflict('membership_voided')
    await trx('memberships').where({ id }).update({ end_note: note })
    await strikeOutWithOffices(trx, id, by.clock.today())
    const seat = membership.seat.slug
    const details = { seat, person: membership.person_id, starts_on: membership.starts_on }
    return { action: 'membership.voided', subject: `membership:${id}`, details, result: { id, seat } }
  })
}
