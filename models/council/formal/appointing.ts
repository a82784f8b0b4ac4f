import { act, type By } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import { isTaken, type Db, type Trx } from '../../core/db.ts'
import type { MembershipId } from '../../core/ids.ts'
import { Conflict, require } from '../../core/errors.ts'
import { checkFormalAppointment } from '../../rules/council/formal_appointment.ts'
import { getFormalAppointment } from './formal_appointments.ts'

export interface FormalAppointmentForm {
  appointing_body?: string | undefined
  decided_on: IsoDate
  case_number?: string | undefined
}

/** Once for each membership: the second try is a Conflict. NotFound when the statutes ask for no such decision. */
export async function appointFormally(
  db: Db,
  by: By,
  membershipId: MembershipId,
  form: FormalAppointmentForm,
): Promise<{ seat: string }> {
  return act(db, by, async (trx) => {
    const { member, formal } = await getFormalAppointment(trx, membershipId)
    if (formal.made) throw new Conflict('formally_appointed')
    require(
      checkFormalAppointment({
        body: form.appointing_body,
        decidedOn: form.decided_on,
        caseNumber: form.case_number,
        chosenOn: formal.chosenOn,
        until: member.ends_on,
        today: by.clock.today(),
      }),
    )
    await insertFormalAppointment(trx, by, membershipId, form)
    const { appointing_body: body, decided_on, case_number } = form
    return {
      action: 'membership.appointed',
      subject: `membership:${membershipId}`,
      details: { seat: member.seat.slug, person: member.person_id, body, decided_on, case_number },
      result: { seat: member.seat.slug },
    }
  })
}

async function insertFormalAppointment(
  trx: Trx,
  by: By,
  membership_id: MembershipId,
  { appointing_body = '', decided_on, case_number }: FormalAppointmentForm,
): Promise<void> {
  const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
  try {
    const decision = { appointing_body, decided_on, case_number: case_number ?? null }
    await trx('formal_appointments').insert({ membership_id, ...decision, ...recorded })
  } catch (error) {
    if (isTaken(error)) throw new Conflict('formally_appointed')
    throw error
  }
}
