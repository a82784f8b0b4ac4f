import { act, type By } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { BodyId, NominationId, PersonId } from '../../core/ids.ts'
import { Refused } from '../../core/errors.ts'
import { getOpenNomination } from './answers.ts'

export interface RefusalForm {
  body_id: BodyId
  given_by: string
  answered_on: IsoDate
  note?: string | undefined
}

/** A name that the organisation gives later counts after all. */
export async function recordNobody(
  db: Db,
  by: By,
  id: NominationId,
  form: RefusalForm,
): Promise<{ id: NominationId }> {
  if (form.answered_on > by.clock.today()) throw new Refused('date_in_future', {}, 'answered_on')
  return act(db, by, async (trx) => {
    const nomination = await getOpenNomination(trx, id)
    const body = nomination.bodies.find((one) => one.id === form.body_id)
    if (!body) throw new Refused('body_not_asked', {}, 'body_id')
    if (form.answered_on < nomination.asked_on)
      throw new Refused('answered_before_asked', { from: nomination.asked_on }, 'answered_on')
    const last = nomination.answers.findLast(({ body_id }) => body_id === body.id)
    const { body_id, given_by, answered_on, note = null } = form
    const row = { nomination_id: id, body_id, after_answer: last?.id ?? null, answered_on, given_by, note }
    await trx('nomination_refusals').insert({ ...row, recorded_by: by.name })
    const details = { seat: nomination.seat.slug, body: body.slug, answered_on }
    return { action: 'nomination.refused', subject: `nomination:${id}`, details, result: { id } }
  })
}

export interface ReplyForm {
  person_id: PersonId
  reply: 'yes' | 'no'
  replied_on: IsoDate
}

/** After a no the organisation is asked for another name. */
export async function recordReply(
  db: Db,
  by: By,
  id: NominationId,
  form: ReplyForm,
): Promise<{ id: NominationId }> {
  if (form.replied_on > by.clock.today()) throw new Refused('date_in_future', {}, 'replied_on')
  return act(db, by, async (trx) => {
    const nomination = await getOpenNomination(trx, id)
    const named = nomination.answers.find(({ person_id, counts }) => counts && person_id === form.person_id)
    if (!named) throw new Refused('person_not_nominated', {}, 'person_id')
    const { person_id, reply, replied_on } = form
    const row = { nomination_id: id, person_id, reply, replied_on, recorded_by: by.name }
    await trx('nominee_replies').insert(row)
    const details = { seat: nomination.seat.slug, person: person_id, reply, replied_on }
    return { action: 'nomination.nominee_replied', subject: `nomination:${id}`, details, result: { id } }
  })
}
