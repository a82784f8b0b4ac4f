import type { By } from '../core/audit.ts'
import type { Trx } from '../core/db.ts'
import type { GroundFlagId, MembershipId, PersonId } from '../core/ids.ts'
import { PUBLIC_FIELDS, type PublicField } from '../people/fields.ts'
import { publicationsOf } from '../people/publications.ts'
import type { PersonRow } from '../people/tables.ts'
import type { ErasureRow } from './tables.ts'
import { eraseAccounts } from './accounts.ts'
import { eraseCandidacies } from './applications.ts'

/** `nobody`, a word of the interface, stands where a name stood. */
export interface Words {
  nobody: string
}

/** For the log: numbers and names of fields, never what they held. */
export interface Erased {
  fields: string[]
  notes: number
  flags: number
  candidacies: number
  photos: number
  accounts: number
}

/** The record of the erasure comes first: the database lets rows go because of it. Who sat where and when stays. */
export async function eraseAbout(
  trx: Trx,
  by: By,
  person: PersonRow,
  erasure: Pick<ErasureRow, 'scope' | 'ground' | 'asked_on' | 'reason'> & { hideName: boolean } & Words,
): Promise<Erased> {
  const { hideName, nobody, ...row } = erasure
  const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
  await trx('erasures').insert({ person_id: person.id, ...row, ...recorded })
  const all = erasure.scope === 'all'
  const notes = (await eraseNotes(trx, person.id)) + (await eraseSubstituteNotes(trx, person.id))
  const flags = await eraseFlags(trx, person.id)
  const { candidacies, photos } = await eraseCandidacies(trx, by, { person_id: person.id }, nobody)
  const accounts = await eraseAccounts(trx, { person_id: person.id })
  const fields = await eraseContact(trx, person, all ? nobody : undefined)
  await withdrawPublications(trx, by, person.id, all || hideName ? PUBLIC_FIELDS : ['email', 'phone'])
  return { fields, notes, flags, candidacies, photos, accounts }
}

const CONTACT = ['email', 'phone', 'postal_address', 'contact_place_id'] as const

async function eraseContact(trx: Trx, person: PersonRow, name: string | undefined): Promise<string[]> {
  const held = CONTACT.filter((field) => person[field] !== null)
  await trx('people')
    .where({ id: person.id })
    .update({
      ...{ email: null, phone: null, postal_address: null, contact_place_id: null },
      // The column needs a way to be reached; nothing is left behind it.
      contact_by: 'post',
      protected_address: false,
      ...(name !== undefined && { name }),
    })
  return [...held, ...(name === undefined ? [] : ['name'])]
}

/** A person whose address is gone cannot have it shown. Older answers stay: they hold no more than yes or no. */
async function withdrawPublications(
  trx: Trx,
  by: By,
  personId: PersonId,
  fields: readonly PublicField[],
): Promise<void> {
  const answers = (await publicationsOf(trx, [personId])).get(personId)
  const shown = fields.filter((field) => answers?.[field].published)
  const decided_on = by.clock.today()
  const rows = shown.map((field) => ({ person_id: personId, field, published: false, decided_on }))
  if (rows.length > 0) await trx('person_publications').insert(rows)
}

/** A reason for leaving that was private from the first becomes "other". */
async function eraseNotes(trx: Trx, personId: PersonId): Promise<number> {
  const own = trx('memberships').where({ person_id: personId })
  const ids = await own.clone().pluck<MembershipId[]>('id')
  await own.clone().where({ end_private: 1 }).whereNotNull('end_reason').update({ end_reason: 'other' })
  const left = await own.clone().whereNotNull('end_note').update({ end_note: null })
  const offices = await trx('officeholdings')
    .whereIn('membership_id', ids)
    .whereNotNull('end_note')
    .update({ end_note: null })
  return left + offices
}

async function eraseSubstituteNotes(trx: Trx, personId: PersonId): Promise<number> {
  return trx('substitutes')
    .where({ person_id: personId })
    .whereNotNull('withdrawn_note')
    .update({ withdrawn_note: null })
}

async function eraseFlags(trx: Trx, personId: PersonId): Promise<number> {
  const memberships = trx('memberships').where({ person_id: personId }).select('id')
  const flags = await trx('ground_flags').whereIn('membership_id', memberships).pluck<GroundFlagId[]>('id')
  await trx('ground_flag_closings').whereIn('flag_id', flags).delete()
  return trx('ground_flags').whereIn('id', flags).delete()
}
