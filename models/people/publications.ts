import { act, type By } from '../core/audit.ts'
import type { IsoDate } from '../core/dates.ts'
import type { Db, Trx } from '../core/db.ts'
import type { PersonId } from '../core/ids.ts'
import { NotFound, Refused } from '../core/errors.ts'
import { PUBLIC_FIELDS, type PublicField } from './fields.ts'
import type { PersonRow } from './tables.ts'
import { findPerson } from './find_person.ts'

export type Publishing = Record<PublicField, boolean>

export interface Publication {
  published: boolean
  decided_on: IsoDate | undefined
}

const NOTHING: Publication = { published: false, decided_on: undefined }

/** The newest row of a field counts. A field without a row may not be published. */
export async function publicationsOf(
  db: Db,
  personIds: readonly PersonId[],
): Promise<Map<PersonId, Record<PublicField, Publication>>> {
  const rows = await db('person_publications').whereIn('person_id', personIds).orderBy('id')
  const found = new Map(personIds.map((id) => [id, { name: NOTHING, email: NOTHING, phone: NOTHING }]))
  for (const { person_id, field, published, decided_on } of rows) {
    const fields = found.get(person_id)
    if (fields) fields[field] = { published: Boolean(published), decided_on }
  }
  return found
}

/** `decided_on` is the day on which the person answered. */
export async function changePublications(
  db: Db,
  by: By,
  personId: PersonId,
  form: Publishing & { decided_on: IsoDate },
): Promise<{ id: PersonId }> {
  const { decided_on, ...publishing } = form
  if (decided_on > by.clock.today()) throw new Refused('date_in_future', {}, 'decided_on')
  return act(db, by, async (trx) => {
    const person = await findPerson(trx, personId)
    if (!person) throw new NotFound(`person ${personId}`)
    await recordPublications(trx, person, publishing, decided_on)
    const details = { ...publishing, decided_on }
    const subject = `person:${personId}`
    return { action: 'person.publication_changed', subject, details, result: { id: personId } }
  })
}

/** Writes one row for each changed answer. Refuses to publish a field that is empty. */
export async function recordPublications(
  trx: Trx,
  person: Pick<PersonRow, 'id' | 'email' | 'phone'>,
  publishing: Publishing,
  decided_on: IsoDate,
): Promise<void> {
  if (publishing.email && person.email === null)
    throw new Refused('publish_without_email', {}, 'publish_email')
  if (publishing.phone && person.phone === null)
    throw new Refused('publish_without_phone', {}, 'publish_phone')
  const now = (await publicationsOf(trx, [person.id])).get(person.id)
  const changed = PUBLIC_FIELDS.filter(
    (field) => now?.[field].decided_on === undefined || now[field].published !== publishing[field],
  )
  const rows = changed.map((field) => ({
    person_id: person.id,
    field,
    published: publishing[field],
    decided_on,
  }))
  if (rows.length > 0) await trx('person_publications').insert(rows)
}
