/** @article agreement, appointingBody */

import { addDays, later, type IsoDate } from '../../core/dates.ts'
import type { BodyId, PersonId } from '../../core/ids.ts'
import type { Agreement } from '../../statutes/document.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'

/**
 * The person whom an organisation proposes for the seat: its latest answer. `person` identifies that person to the
 * caller.
 */
export interface Answer<P extends string | number> {
  body_id: BodyId
  person: P
}

export type NominationOutcome<P extends string | number> =
  | { state: 'no_body' }
  | { state: 'body_not_chosen'; bodies: BodyId[] }
  | { state: 'waiting'; missing: BodyId[] }
  | { state: 'agreed'; person: P }
  | { state: 'disagreement'; proposals: Answer<P>[] }
  /** Every organisation that was asked has answered that it names no person. */
  | { state: 'nobody' }

export type AppointmentRefusal =
  | 'nomination_incomplete'
  | 'disagreement_undecided'
  | 'appointing_body_missing'
  | 'appointed_before_nomination'
  | 'nominee_consent_missing'
  | 'nominee_said_no'

/**
 * Where the nomination for one seat stands.
 *
 * `joint`: every organisation must have named the same person. `single` and `one_each`: the one organisation that the
 * seat belongs to names the person, so `bodies` holds that one; with several, it has not been chosen yet.
 *
 * `bodies` are the organisations active on the day: answers from others do not count. Without any, no person can be
 * nominated. An organisation may also answer that it names no person: when others name one, they do not agree, and the
 * appointing body decides.
 */
export function nominationOutcome<P extends string | PersonId>(nomination: {
  agreement: Agreement
  bodies: readonly BodyId[]
  answers: readonly Answer<P>[]
  /** The organisations that have answered that they name no person. */
  refusals?: readonly BodyId[]
}): NominationOutcome<P> {
  const bodies = [...nomination.bodies].sort((a, b) => a - b)
  if (bodies.length === 0) return { state: 'no_body' }
  if (nomination.agreement !== 'joint' && bodies.length > 1) return { state: 'body_not_chosen', bodies }
  const proposals = bodies.flatMap((body) => nomination.answers.filter(({ body_id }) => body_id === body))
  const [first, ...rest] = proposals
  if (rest.some(({ person }) => person !== first?.person)) return { state: 'disagreement', proposals }
  const named = (body: BodyId) => proposals.some(({ body_id }) => body_id === body)
  const refusals = (nomination.refusals ?? []).filter((body) => !named(body))
  const missing = bodies.filter((body) => !named(body) && !refusals.includes(body))
  if (missing.length === 0 && !first) return { state: 'nobody' }
  if (missing.length === 0 && refusals.length > 0) return { state: 'disagreement', proposals }
  return first && missing.length === 0
    ? { state: 'agreed', person: first.person }
    : { state: 'waiting', missing }
}

/** The organisations that may still be asked for a seat, in an area where each one nominates a member. */
export function bodiesLeft(bodies: readonly BodyId[], usedForOtherSeats: readonly BodyId[]): BodyId[] {
  return bodies.filter((body) => !usedForOtherSeats.includes(body))
}

/**
 * Whether the person may be appointed. It is enough that the organisations agree. When they disagree, the appointing
 * body must have decided between them, and the decision names the body.
 */
export function checkAppointment(appointment: {
  outcome: NominationOutcome<string | number>['state']
  /** Whether the appointing body has decided between the proposals. */
  bodyDecided: boolean
  body: string | undefined
  nominatedOn: IsoDate
  decidedOn: IsoDate
  /** The nominee's answer to sitting on the council; undefined until it is written down. */
  consent: 'yes' | 'no' | undefined
}): Verdict<AppointmentRefusal> {
  const { outcome } = appointment
  if (outcome === 'disagreement' && !appointment.bodyDecided) return refused('disagreement_undecided')
  if (outcome !== 'agreed' && outcome !== 'disagreement') return refused('nomination_incomplete')
  if (!appointment.body?.trim()) return refused('appointing_body_missing', undefined, 'body')
  if (appointment.decidedOn < appointment.nominatedOn) {
    return refused('appointed_before_nomination', { from: appointment.nominatedOn }, 'decided_on')
  }
  if (appointment.consent === 'no') return refused('nominee_said_no')
  return appointment.consent === 'yes' ? allowed : refused('nominee_consent_missing', undefined, 'consent')
}

/** A week before the deadline is early enough to remind, and late enough not to nag. */
const REMIND_AHEAD = 7

/**
 * Whether to remind an organisation that has not answered today: once in the last week before the deadline, and once in
 * each week after it.
 */
export function isReminderDue({
  askedOn,
  answerBy,
  remindedOn,
  today,
}: {
  askedOn: IsoDate
  answerBy: IsoDate
  /** The day of the newest reminder. */
  remindedOn: IsoDate | undefined
  today: IsoDate
}): boolean {
  const first = later(addDays(answerBy, -REMIND_AHEAD), addDays(askedOn, 1))
  if (today < first) return false
  if (remindedOn === undefined) return true
  const next = later(addDays(remindedOn, REMIND_AHEAD), addDays(answerBy, 1))
  return today >= next
}
