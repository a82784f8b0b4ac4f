import { act, type By } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { BodyId, NominationId, PersonId } from '../../core/ids.ts'
import { Conflict, Refused, requireNone } from '../../core/errors.ts'
import { insertPerson, refuseSameName } from '../../people/people.ts'
import { getNomination, type Nomination } from './nominations.ts'
import { findPerson } from '../../people/find_person.ts'
import { getStatutesVersion } from '../../statutes/versions.ts'
import { listTermsOf } from '../../council/terms_sat.ts'
import { candidacyRefusals } from '../../rules/elections/candidacy.ts'

/** A person of the register, or one who is registered with the answer. */
export type Nominee =
  | { known: PersonId | undefined }
  | {
      name: string | undefined
      phone: string | undefined
      email: string | undefined
      /** A place or an organisation that passes messages on. */
      via?: BodyId | undefined
      publishName: boolean
      /** The secretary says that this is another person than the registered one of that name. */
      another: boolean
    }

export interface AnswerForm {
  body_id: BodyId
  nominee: Nominee
  given_by: string
  answered_on: IsoDate
}

/** An organisation may answer again, and its newest answer counts. */
export async function recordAnswer(
  db: Db,
  by: By,
  id: NominationId,
  form: AnswerForm,
): Promise<{ id: NominationId }> {
  if (form.answered_on > by.clock.today()) throw new Refused('date_in_future', {}, 'answered_on')
  return act(db, by, async (trx) => {
    const nomination = await getOpenNomination(trx, id)
    if (!nomination.bodies.some((body) => body.id === form.body_id))
      throw new Refused('body_not_asked', {}, 'body_id')
    if (form.answered_on < nomination.asked_on)
      throw new Refused('answered_before_asked', { from: nomination.asked_on }, 'answered_on')
    const person_id = await nomineeOf(trx, by, nomination, form.nominee)
    const { body_id, answered_on, given_by } = form
    await trx('nomination_answers').insert({
      nomination_id: id,
      body_id,
      person_id,
      answered_on,
      given_by,
      recorded_by: by.name,
    })
    const details = {
      seat: nomination.seat.slug,
      body: slugOf(nomination, body_id),
      person: person_id,
      answered_on,
    }
    return { action: 'nomination.answered', subject: `nomination:${id}`, details, result: { id } }
  })
}

/** Throws Conflict once the nomination is appointed or closed. */
export async function getOpenNomination(trx: Trx, id: NominationId): Promise<Nomination> {
  const nomination = await getNomination(trx, id)
  if (nomination.status === 'appointed') throw new Conflict('nomination_appointed')
  if (nomination.status === 'closed') throw new Conflict('nomination_closed')
  return nomination
}

async function nomineeOf(trx: Trx, by: By, nomination: Nomination, nominee: Nominee): Promise<PersonId> {
  if ('known' in nominee) {
    if (nominee.known === undefined) throw new Refused('nominee_not_chosen', {}, 'person_id')
    const person = await findPerson(trx, nominee.known)
    if (!person) throw new Refused('no_such_person', {}, 'person_id')
    const { statutes } = await getStatutesVersion(trx, nomination.statutes_version_id)
    const terms = { sat: await listTermsOf(trx, person.id), termId: nomination.term_id }
    requireNone(candidacyRefusals({ statutes, terms }))
    return person.id
  }
  const { name, phone, email, via } = nominee
  if (name === undefined) throw new Refused('nominee_without_name', {}, 'name')
  if (phone === undefined && email === undefined && via === undefined)
    throw new Refused('nominee_unreachable', {}, 'phone')
  if (!nominee.another) await refuseSameName(trx, name)
  return insertPerson(
    trx,
    by,
    {
      name,
      phone,
      email,
      contact_by: via !== undefined ? 'place' : phone === undefined ? 'email' : 'phone',
      contact_place_id: via,
      protected_address: false,
      publish: { name: nominee.publishName, email: false, phone: false },
    },
    via,
  )
}

function slugOf(nomination: Nomination, bodyId: BodyId): string | undefined {
  return nomination.bodies.find(({ id }) => id === bodyId)?.slug
}
