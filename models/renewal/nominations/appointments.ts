import { act, type By } from '../../core/audit.ts'
import { later, type IsoDate } from '../../core/dates.ts'
import { isTaken, type Db, type Trx } from '../../core/db.ts'
import type { AppointmentId, MembershipId, NominationId, PersonId } from '../../core/ids.ts'
import { Conflict, Refused, require, requireNone } from '../../core/errors.ts'
import { insertOne } from '../../core/insert.ts'
import { seatPerson } from '../../council/seating.ts'
import { getStatutesVersion } from '../../statutes/versions.ts'
import { isCaseNumber } from '../../rules/core/case_number.ts'
import { checkAppointment, type AppointmentRefusal } from '../../rules/renewal/nomination.ts'
import type { EligibleAs } from '../../elections/candidates/tables.ts'
import { getOpenNomination } from './answers.ts'
import type { Nomination } from './nominations.ts'
import { freeFrom } from './seat_in_term.ts'
import { candidacyRefusals } from '../../rules/elections/candidacy.ts'

export interface AppointmentForm {
  /** The appointing body's choice when the organisations disagree; not asked when they agree. */
  person_id?: PersonId | undefined
  appointing_body?: string | undefined
  decided_on: IsoDate
  case_number?: string | undefined
  eligible_as: EligibleAs
  note?: string | undefined
  /** The person has said yes; not asked when the reply is recorded. */
  consent?: boolean | undefined
}

/** Seats the person from the latest of: the term's first day, the decision, the day after the last holder. */
export async function appoint(
  db: Db,
  by: By,
  id: NominationId,
  form: AppointmentForm,
): Promise<{ id: NominationId; membershipId: MembershipId }> {
  refuseMistypedDates(by, form)
  return act(db, by, async (trx) => {
    const nomination = await getOpenNomination(trx, id)
    const personId = chosenPerson(nomination, form)
    await checkAgainstRules(trx, by, nomination, form, personId)
    if (personId === undefined) throw new Error(`nobody to appoint in nomination ${id}`)
    await markAppointed(trx, id)
    const appointmentId = await insertAppointment(trx, by, id, form, personId)
    const membershipId = await takeSeat(trx, nomination, form, personId, appointmentId)
    const details = {
      seat: nomination.seat.slug,
      person: personId,
      body: form.appointing_body,
      decided_on: form.decided_on,
      case_number: form.case_number,
      between: nomination.outcome.state === 'disagreement' ? nomination.outcome.proposals.length : undefined,
      membership: membershipId,
    }
    return { action: 'appointment.made', subject: `nomination:${id}`, details, result: { id, membershipId } }
  })
}

function refuseMistypedDates(by: By, form: AppointmentForm): void {
  if (form.decided_on > by.clock.today()) throw new Refused('date_in_future', {}, 'decided_on')
  if (form.case_number !== undefined && !isCaseNumber(form.case_number))
    throw new Refused('case_number_form', {}, 'case_number')
}

/** The agreed person, else the proposal that the appointing body decided on. */
function chosenPerson({ outcome }: Nomination, form: AppointmentForm): PersonId | undefined {
  if (outcome.state === 'agreed') return outcome.person
  if (outcome.state !== 'disagreement') return undefined
  return outcome.proposals.find(({ person }) => person === form.person_id)?.person
}

async function checkAgainstRules(
  trx: Trx,
  by: By,
  nomination: Nomination,
  form: AppointmentForm,
  personId: PersonId | undefined,
): Promise<void> {
  const nominatedOn = nomination.answers
    .filter(({ counts }) => counts)
    .reduce((day, answer) => later(day, answer.answered_on), nomination.asked_on)
  const verdict = checkAppointment({
    outcome: nomination.outcome.state,
    bodyDecided: personId !== undefined,
    body: form.appointing_body,
    nominatedOn,
    decidedOn: form.decided_on,
    consent: replyOf(nomination, personId) ?? (form.consent ? 'yes' : undefined),
  })
  require(verdict, verdict.ok ? undefined : FIELDS[verdict.reason])
  if (form.decided_on > nomination.term.ends_on)
    throw new Refused('term_is_over', { until: nomination.term.ends_on }, 'decided_on')
  const { statutes } = await getStatutesVersion(trx, nomination.statutes_version_id)
  const standing = { consentedOn: nominatedOn, ground: form.eligible_as, checkedBy: by.name, ofAge: true }
  requireNone(candidacyRefusals({ statutes, standing }))
}

function replyOf({ answers }: Nomination, personId: PersonId | undefined): 'yes' | 'no' | undefined {
  return answers.find(({ person_id }) => person_id === personId)?.reply?.reply
}

/** The field that mends a refusal; missing when it is mended elsewhere. */
const FIELDS: { readonly [reason in AppointmentRefusal]?: string } = {
  disagreement_undecided: 'person_id',
  appointing_body_missing: 'appointing_body',
  appointed_before_nomination: 'decided_on',
  nominee_consent_missing: 'consent',
}

async function markAppointed(trx: Trx, id: NominationId): Promise<void> {
  const moved = await trx('nominations').where({ id, status: 'open' }).update({ status: 'appointed' })
  if (moved !== 1) throw new Conflict('nomination_appointed')
}

async function insertAppointment(
  trx: Trx,
  by: By,
  nominationId: NominationId,
  form: AppointmentForm,
  personId: PersonId,
): Promise<AppointmentId> {
  const { appointing_body = '', decided_on, case_number = null, eligible_as, note = null } = form
  const row = { nomination_id: nominationId, person_id: personId, appointing_body, decided_on, case_number }
  try {
    return await insertOne(trx, 'appointments', { ...row, eligible_as, note, recorded_by: by.name })
  } catch (error) {
    if (isTaken(error)) throw new Conflict('nomination_appointed')
    throw error
  }
}

async function takeSeat(
  trx: Trx,
  { seat, term }: Nomination,
  form: AppointmentForm,
  personId: PersonId,
  appointmentId: AppointmentId,
): Promise<MembershipId> {
  const earliest = later(term.starts_on, form.decided_on)
  const startsOn = (await freeFrom(trx, seat, term, earliest)) ?? earliest
  const seating = { seatId: seat.id, termId: term.id, startsOn, dueOn: term.ends_on }
  try {
    return await seatPerson(trx, { ...seating, personId, origin: 'appointment', appointmentId })
  } catch (error) {
    // The days follow from the term and the decision, so no field of the form can mend them.
    if (!(error instanceof Refused) || error instanceof Conflict) throw error
    const reason = error.reason === 'seat_taken' ? 'appointment_seat_taken' : error.reason
    throw new Refused(reason, error.params)
  }
}
