import { act, type By } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import { isTaken, type Db, type Trx } from '../../core/db.ts'
import type { MembershipId, PersonId, SubstituteId } from '../../core/ids.ts'
import { Conflict, NotFound, Refused } from '../../core/errors.ts'
import { insertOne } from '../../core/insert.ts'
import { standsFor, substitutesOf, whoStepsIn, type StepsIn } from '../../rules/council/substitutes.ts'
import type { TermRow } from '../tables.ts'
import type { SubstituteRow } from './tables.ts'
import { inOffice } from '../in_office.ts'
import { newestMembershipOf } from '../memberships.ts'
import { findTermOn } from '../terms.ts'
import { getSeat, type SeatInArea } from '../seats.ts'
import { seatPerson } from '../seating.ts'
import { statutesOn } from '../../statutes/versions.ts'
import { listSubstitutes, listSubstitutesOn, type ReadySubstitute } from './ready.ts'
import { findPerson } from '../../people/find_person.ts'

export interface SubstituteForm {
  person_id: PersonId
  /** The order by votes, when the statutes let votes decide. */
  position?: number | undefined
}

/** A substitute stands ready until the term ends, for the seat or its area or group, as the statutes say. */
export async function registerSubstitute(
  db: Db,
  by: By,
  seatSlug: string,
  form: SubstituteForm,
): Promise<{ id: SubstituteId }> {
  return act(db, by, async (trx) => {
    const today = by.clock.today()
    const { seat, term, kind } = await substitutesAt(trx, seatSlug, today)
    if (kind === 'none') throw new Refused('no_substitutes_here')
    if (kind === 'vote_order' && !form.position) throw new Refused('substitute_order_missing', {}, 'position')
    await requireReady(trx, form.person_id, today)
    const id = await insertSubstitute(trx, {
      term_id: term.id,
      area_id: seat.area_id,
      seat_id: kind === 'personal' ? seat.id : null,
      person_id: form.person_id,
      position: kind === 'vote_order' ? (form.position ?? null) : null,
      registered_by: by.name,
      registered_on: today,
      withdrawn_on: null,
      withdrawn_note: null,
    })
    const details = { seat: seat.slug, substitute: id, position: form.position }
    const subject = `person:${form.person_id}`
    return { action: 'substitute.registered', subject, details, result: { id } }
  })
}

/** The seat, its present or next term, and the substitutes that the statutes give it then. */
export async function substitutesAt(db: Db, seatSlug: string, today: IsoDate) {
  const seat = await getSeat(db, seatSlug)
  const term = (await findTermOn(db, today, seat.area_id)) ?? (await nextTerm(db, today))
  if (!term) throw new Refused('no_term', { date: today })
  const on = today < term.starts_on ? term.starts_on : today
  const { statutes } = await statutesOn(db, on)
  return { seat, term, statutes, kind: substitutesOf(statutes, seat.area_slug) }
}

/** Substitutes of today or, before the seat's term, of the next one; and those who have withdrawn. */
export async function substitutesForSeat(
  db: Db,
  seat: SeatInArea,
  today: IsoDate,
): Promise<{ standing: ReadySubstitute[]; withdrawn: ReadySubstitute[] }> {
  const { term, statutes } = await substitutesAt(db, seat.slug, today)
  const own = (await listSubstitutes(db, term.id)).filter((substitute) =>
    standsFor(statutes, { id: seat.id, area_key: seat.area_slug }, substitute),
  )
  return {
    standing: own.filter(({ withdrawn_on }) => withdrawn_on === null),
    withdrawn: own.filter(({ withdrawn_on }) => withdrawn_on !== null),
  }
}

async function nextTerm(db: Db, today: IsoDate): Promise<TermRow | undefined> {
  return db('terms').where('starts_on', '>', today).orderBy('starts_on').first()
}

async function requireReady(trx: Trx, personId: PersonId, today: IsoDate): Promise<void> {
  const person = await findPerson(trx, personId)
  if (!person) throw new Refused('no_such_person', {}, 'person_id')
  const member = await trx('memberships').where({ person_id: personId }).where(inOffice(today)).first('id')
  if (member) throw new Refused('substitute_is_member', { person: person.name }, 'person_id')
}

/** Throws Refused when the person stands ready already, or the seat has its substitute. */
export async function insertSubstitute(trx: Trx, row: Omit<SubstituteRow, 'id'>): Promise<SubstituteId> {
  try {
    return await insertOne(trx, 'substitutes', row)
  } catch (error) {
    if (isTaken(error)) throw new Refused('substitute_twice', {}, 'person_id')
    throw error
  }
}

export async function getSubstitute(db: Db, id: SubstituteId): Promise<ReadySubstitute> {
  const row = await db('substitutes').where({ id }).first('term_id')
  const found = row && (await listSubstitutes(db, row.term_id)).find((substitute) => substitute.id === id)
  if (!found) throw new NotFound(`substitute ${id}`)
  return found
}

/** The person stands ready no longer from today, and keeps the place in the order. */
export async function withdrawSubstitute(
  db: Db,
  by: By,
  id: SubstituteId,
  note: string,
): Promise<{ id: SubstituteId }> {
  return act(db, by, async (trx) => {
    const { person_id } = await getSubstitute(trx, id)
    const withdrawn_on = by.clock.today()
    const moved = await trx('substitutes')
      .where({ id, withdrawn_on: null })
      .update({ withdrawn_on, withdrawn_note: note })
    if (moved !== 1) throw new Conflict('substitute_gone')
    const subject = `person:${person_id}`
    return { action: 'substitute.withdrawn', subject, details: { substitute: id }, result: { id } }
  })
}

export async function substituteFor(
  db: Db,
  seat: SeatInArea,
  on: IsoDate,
): Promise<StepsIn<ReadySubstitute>> {
  const { statutes } = await statutesOn(db, on)
  const seated = await db('memberships').where(inOffice(on)).pluck<PersonId[]>('person_id')
  return whoStepsIn({
    statutes,
    seat: { id: seat.id, area_key: seat.area_slug },
    substitutes: await listSubstitutesOn(db, on),
    seated,
    on,
  })
}

export interface SteppingInForm {
  substitute_id: SubstituteId
  starts_on: IsoDate
  /** How it was decided among several: by lot, or by the group's choice. */
  note?: string | undefined
  /** Id of the seat's newest membership when the page was made; 0 for none. */
  seen: number
}

/** A lot or a choice needs a note. Throws Refused for a wrong substitute, Conflict when the seat changed meanwhile. */
export async function seatSubstitute(
  db: Db,
  by: By,
  seatSlug: string,
  form: SteppingInForm,
): Promise<{ id: MembershipId }> {
  return act(db, by, async (trx) => {
    const seat = await getSeat(trx, seatSlug)
    if ((await newestMembershipOf(trx, seat.id)) !== form.seen) throw new Conflict('register_changed')
    const substitute = await chosenSubstitute(trx, seat, form)
    const term = await findTermOn(trx, form.starts_on, seat.area_id)
    if (!term) throw new Refused('no_term', { date: form.starts_on }, 'starts_on')
    const id = await seatPerson(trx, {
      seatId: seat.id,
      personId: substitute.person_id,
      termId: term.id,
      startsOn: form.starts_on,
      dueOn: term.ends_on,
      origin: 'registration',
    })
    await trx('substitutions').insert({
      membership_id: id,
      substitute_id: substitute.id,
      note: form.note || null,
      recorded_by: by.name,
      recorded_on: by.clock.today(),
    })
    const details = { seat: seat.slug, person: substitute.person_id, starts_on: form.starts_on }
    return { action: 'membership.substituted', subject: `membership:${id}`, details, result: { id } }
  })
}

async function chosenSubstitute(trx: Trx, seat: SeatInArea, form: SteppingInForm): Promise<ReadySubstitute> {
  const { statutes } = await statutesOn(trx, form.starts_on)
  if (statutes.rules.vacancy.value !== 'substitute') throw new Refused('substitute_does_not_step_in')
  const stepsIn = await substituteFor(trx, seat, form.starts_on)
  if (stepsIn.by === 'nobody') throw new Conflict('substitute_gone')
  const among = stepsIn.by === 'substitute' ? [stepsIn.substitute] : stepsIn.among
  const chosen = among.find(({ id }) => id === form.substitute_id)
  if (!chosen) throw new Refused('substitute_not_next', {}, 'substitute_id')
  if (stepsIn.by !== 'substitute' && !form.note) throw new Refused('substitute_choice_unsaid', {}, 'note')
  return chosen
}

/** The memberships among these that a substitute stepped into. */
export async function steppedIn(db: Db, memberships: readonly MembershipId[]): Promise<Set<MembershipId>> {
  const ids = await db('substitutions')
    .whereIn('membership_id', [...memberships])
    .pluck<MembershipId[]>('membership_id')
  return new Set(ids)
}
