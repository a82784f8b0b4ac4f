import type { By } from '../../../models/core/audit.ts'
import { isoDate } from '../../../models/core/dates.ts'
import type { Db } from '../../../models/core/db.ts'
import type { BodyId, MembershipId, NominationId, PersonId } from '../../../models/core/ids.ts'
import { recordAnswer } from '../../../models/renewal/nominations/answers.ts'
import { appoint, type AppointmentForm } from '../../../models/renewal/nominations/appointments.ts'
import { askForNomination } from '../../../models/renewal/nominations/asking.ts'
import { findTermOn } from '../../../models/council/terms.ts'
import { listBodies } from '../../../models/bodies/bodies.ts'
import { remembered } from '../databases/remembered.ts'

interface House {
  db: Db
  by: By
}

export interface Asked {
  seat: string
  /** The slug of the organisation, when one of several has to be chosen. */
  body?: string
  successors?: string[]
  successor_reason?: string
  /** A day in the term that the seat is to be filled for. */
  termOn?: string
  asked_on?: string
  answer_by?: string
}

/** Organisations asked on 5 January 2026 about a seat for 2026–2029, to answer by 26 January; returns the id. */
export const aNomination = remembered(async function aNomination(
  { db, by }: House,
  asked: Asked,
): Promise<NominationId> {
  const { seat, body, successors = [], successor_reason } = asked
  const term = await findTermOn(db, isoDate(asked.termOn ?? '2026-01-15'))
  if (!term) throw new Error(`no term on ${asked.termOn ?? '2026-01-15'}`)
  const successorIds = []
  for (const slug of successors) successorIds.push(await bodyId(db, slug))
  const { id } = await askForNomination(db, by, {
    seat,
    term_id: term.id,
    body_id: body === undefined ? undefined : await bodyId(db, body),
    successors: successorIds,
    successor_reason,
    asked_on: isoDate(asked.asked_on ?? '2026-01-05'),
    answer_by: isoDate(asked.answer_by ?? '2026-01-26'),
  })
  return id
})

export async function bodyId(db: Db, slug: string): Promise<BodyId> {
  const body = (await listBodies(db, isoDate('2026-01-15'))).find((candidate) => candidate.slug === slug)
  if (!body) throw new Error(`no body ${slug}`)
  return body.id
}

/** An organisation names a person in the register, on 12 January 2026 by default. */
export const anAnswer = remembered(async function anAnswer(
  { db, by }: House,
  nominationId: NominationId,
  body: string,
  personId: PersonId,
  answered_on = '2026-01-12',
): Promise<void> {
  await recordAnswer(db, by, nominationId, {
    body_id: await bodyId(db, body),
    nominee: { known: personId },
    given_by: 'Formanden',
    answered_on: isoDate(answered_on),
  })
})

/** Socialudvalget appoints a resident of the municipality on 14 January 2026. */
export const anAppointment = remembered(async function anAppointment(
  { db, by }: House,
  nominationId: NominationId,
  given: Partial<AppointmentForm> = {},
): Promise<MembershipId> {
  const { membershipId } = await appoint(db, by, nominationId, {
    appointing_body: 'Socialudvalget',
    decided_on: isoDate('2026-01-14'),
    eligible_as: 'resident',
    consent: true,
    ...given,
  })
  return membershipId
})

/** Every row that an act about a nomination could leave behind, to prove that a refused one left nothing. */
export async function nominationRowsIn(db: Db) {
  return {
    nominations: await db('nominations').orderBy('id'),
    bodies: await db('nomination_bodies').orderBy('nomination_id').orderBy('body_id'),
    answers: await db('nomination_answers').orderBy('id'),
    appointments: await db('appointments').orderBy('id'),
    closings: await db('nomination_closings').orderBy('nomination_id'),
    memberships: await db('memberships').orderBy('id'),
    people: await db('people').orderBy('id'),
    head: await db('audit_heads').first(),
  }
}
