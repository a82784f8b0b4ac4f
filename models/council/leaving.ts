import { act, type By } from '../core/audit.ts'
import { addDays, type IsoDate } from '../core/dates.ts'
import type { Db, Trx } from '../core/db.ts'
import type { MembershipId, PersonId } from '../core/ids.ts'
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

export interface Leaving {
  membership: MembershipOfPerson
  offices: HeldOffice[]
  vacantFrom: IsoDate
  filling: Filling
  hasSubstitutes: boolean
  /** The first day of the member who is booked to come after. */
  nextFrom: IsoDate | undefined
}

/** Looks ahead at a leaving whose last day is `endsOn`. Throws as `endMembership` does. */
export async function previewLeaving(db: Db, id: MembershipId, endsOn: IsoDate): Promise<Leaving> {
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
        seated: await db('memberships').where(inOffice(vacantFrom)).pluck<PersonId[]>('person_id'),
      },
    ),
    hasSubstitutes: substitutesOf(statutes, membership.seat.area_slug) !== 'none',
    nextFrom: nextStartedAfter(held, membership.ends_on)?.starts_on,
  }
}

async function leavingMembership(db: Db, id: MembershipId, leavesOn: IsoDate, reason: string) {
  const membership = await getMembership(db, id)
  if (membership.voided_on !== null) throw new Conflict('membership_voided')
  const { starts_on: startsOn, due_on: dueOn, ends_on: endsOn } = membership
  const verdict = checkLeaving({ startsOn, dueOn, endsOn, leavesOn, reason })
  if (!verdict.ok && verdict.reason === 'already_ended') throw new Conflict(verdict.reason, verdict.params)
  require(verdict)
  return membership
}

/** Offices that outlast the membership are shortened, or struck out when they never begin. */
async function officesAfter(db: Db, membershipId: MembershipId, endsOn: IsoDate) {
  const offices = (await listOfficeholdings(db)).filter((held) => held.membership_id === membershipId)
  return offices
    .filter((held) => includesDay(held, addDays(endsOn, 1)) || endsOn < held.starts_on)
    .map((held) => ({ held, begins: held.starts_on <= endsOn }))
}

export interface LeavingForm {
  ends_on: IsoDate
  end_reason: EndReason
  /** For the secretary alone: never published, never in the log. */
  end_note?: string | undefined
  /** The member has asked that the reason stay private, so the log leaves it out too. */
  end_private?: boolean | undefined
}

/** Ends offices first: only a member holds one. No substitute steps in by itself. Conflict when ended already. */
export async function endMembership(
  db: Db,
  by: By,
  id: MembershipId,
  form: LeavingForm,
): Promise<{ id: MembershipId; seat: string }> {
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

/** Ends a membership earlier, and its offices with it. The caller's act has checked the day. */
export async function closeMembership(
  trx: Trx,
  membership: { id: MembershipId; ends_on: IsoDate },
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

async function endOffices(trx: Trx, id: MembershipId, endsOn: IsoDate, today: IsoDate): Promise<void> {
  for (const { held, begins } of await officesAfter(trx, id, endsOn)) {
    if (begins) await shortenOfficeholding(trx, held, endsOn)
    else await strikeOut(trx, 'officeholdings', held.id, today)
  }
}

/** The seat of an annulled election ends yesterday, is struck out when not begun, and keeps an earlier end. */
export async function endAnnulled(trx: Trx, id: MembershipId, today: IsoDate): Promise<void> {
  const membership = await getMembership(trx, id)
  const last = addDays(today, -1)
  if (membership.starts_on > last) {
    await strikeOutWithOffices(trx, id, today)
  } else if (includesDay(membership, today)) {
    await endOffices(trx, id, last, today)
    await trx('memberships').where({ id }).update({ ends_on: last, end_reason: 'election_annulled' })
  }
}

/** The statutes end the seat or term: `last` is the last day, and a membership not begun is struck out. */
export async function endWithStatutes(
  trx: Trx,
  id: MembershipId,
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

async function strikeOutWithOffices(trx: Trx, id: MembershipId, today: IsoDate): Promise<void> {
  const offices = await trx('officeholdings')
    .where({ membership_id: id })
    .where(standing('officeholdings'))
    .pluck('id')
  for (const office of offices) await strikeOut(trx, 'officeholdings', office, today)
  await strikeOut(trx, 'memberships', id, today)
}

/** Strikes out a mistaken or declined membership and its offices. The rows are kept and count nowhere. */
export async function voidMembership(
  db: Db,
  by: By,
  id: MembershipId,
  note: string,
): Promise<{ id: MembershipId; seat: string }> {
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
