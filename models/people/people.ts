import { act, type By } from '../core/audit.ts'
import { canonicalJson, sha256 } from '../core/canonical.ts'
import type { Db, Trx } from '../core/db.ts'
import type { BodyId, PersonId } from '../core/ids.ts'
import { Conflict, NotFound, Refused } from '../core/errors.ts'
import { insertOne } from '../core/insert.ts'
import type { ContactBy, PersonRow } from './tables.ts'
import { knownPeople } from './known_people.ts'
import { recordPublications, type Publishing } from './publications.ts'
import { findPerson } from './find_person.ts'
import { keysOf } from '../core/records.ts'

export interface PersonForm {
  name: string
  email?: string | null | undefined
  phone?: string | null | undefined
  postal_address?: string | null | undefined
  contact_by: ContactBy
  contact_place_id?: BodyId | null | undefined
  protected_address: boolean
}

export interface NewPersonForm extends PersonForm {
  publish: Publishing
  /** Confirms that this is another person than the one of the same name. */
  another?: boolean
}

/** The log says which fields were filled in, never what they hold. */
export async function registerPerson(db: Db, by: By, form: NewPersonForm): Promise<{ id: PersonId }> {
  return act(db, by, async (trx) => {
    if (!form.another) await refuseSameName(trx, form.name)
    const id = await insertPerson(trx, by, form)
    const details = { contact_by: form.contact_by, ...form.publish }
    return { action: 'person.registered', subject: `person:${id}`, details, result: { id } }
  })
}

/** Two people may share a name, but no person is to be registered twice unnoticed. */
export async function refuseSameName(trx: Trx, name: string): Promise<void> {
  const known = await findSameName(trx, name)
  if (known !== undefined) throw new Refused('same_name', { name: known }, 'name')
}

/** Returns the registered name that reads like this one. */
export async function findSameName(db: Db, name: string): Promise<string | undefined> {
  const wanted = comparable(name)
  const names = await db('people').where(knownPeople(db)).pluck('name')
  return names.find((other) => comparable(other) === wanted)
}

function comparable(name: string): string {
  return tidyName(name).toLocaleLowerCase('da')
}

/** Runs inside another act, such as a certified election, whose line in the log speaks for both. */
export async function insertPerson(
  trx: Trx,
  by: By,
  form: PersonForm & { publish: Publishing },
  passer?: BodyId,
): Promise<PersonId> {
  const row = await checkedRow(trx, form, passer)
  const id = await insertOne(trx, 'people', { ...row, registered_on: by.clock.today() })
  await recordPublications(trx, { ...row, id }, form.publish, by.clock.today())
  return id
}

/** `seen` is the `versionOf` the person on the page. */
export async function changePerson(
  db: Db,
  by: By,
  id: PersonId,
  form: PersonForm & { seen: string },
): Promise<{ id: PersonId }> {
  return act(db, by, async (trx) => {
    const before = await getPerson(trx, id)
    if (versionOf(before) !== form.seen) throw new Conflict('register_changed')
    const row = await checkedRow(trx, form, before.contact_place_id)
    const fields = keysOf(row)
    const changed = fields.filter((field) => comparableValue(row[field]) !== comparableValue(before[field]))
    await trx('people').where({ id }).update(row)
    return { action: 'person.changed', subject: `person:${id}`, details: { changed }, result: { id } }
  })
}

/** SQLite gives flags back as 0 and 1. */
function comparableValue(value: string | number | boolean | null): string | number | null {
  return typeof value === 'boolean' ? Number(value) : value
}

type StoredPerson = Omit<PersonRow, 'id' | 'registered_on'>

/** Refuses a way of contact that leads nowhere. `passer`: an organisation that is known to pass messages on. */
async function checkedRow(trx: Trx, form: PersonForm, passer: BodyId | null = null): Promise<StoredPerson> {
  const row: StoredPerson = {
    name: tidyName(form.name),
    email: form.email || null,
    phone: form.phone || null,
    postal_address: form.postal_address || null,
    contact_by: form.contact_by,
    contact_place_id: form.contact_by === 'place' ? form.contact_place_id || null : null,
    protected_address: form.protected_address,
  }
  if (row.contact_by === 'email' && row.email === null)
    throw new Refused('contact_email_missing', {}, 'email')
  if (row.contact_by === 'phone' && row.phone === null)
    throw new Refused('contact_phone_missing', {}, 'phone')
  if (row.contact_by === 'post' && row.postal_address === null)
    throw new Refused('contact_address_missing', {}, 'postal_address')
  if (row.contact_by === 'place' && !(await isPlace(trx, row.contact_place_id, passer)))
    throw new Refused('contact_place_missing', {}, 'contact_place_id')
  return row
}

async function isPlace(trx: Trx, id: BodyId | null, passer: BodyId | null): Promise<boolean> {
  if (id === null) return false
  const known = id === passer ? { id } : { id, kind: 'place' as const }
  return (await trx('bodies').where(known).first('id')) !== undefined
}

/** One space between words and one way to write each letter: names compare as they read. */
function tidyName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim()
}

export async function getPerson(db: Db, id: PersonId): Promise<PersonRow> {
  const person = await findPerson(db, id)
  if (!person) throw new NotFound(`person ${id}`)
  return person
}

/** Stands for a person as a page showed them: another version means a change since. */
export function versionOf(person: PersonRow): string {
  return sha256(canonicalJson({ ...person, protected_address: Boolean(person.protected_address) })).slice(
    0,
    16,
  )
}
