import { act, type By } from '../core/audit.ts'
import { addDays, addMonths, type IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { BodyContactId, ElectionId, ImportId } from '../core/ids.ts'
import { Conflict } from '../core/errors.ts'
import { rollErasedFrom, type Retention } from '../rules/privacy/retention.ts'
import { electionEnds } from './ties.ts'

// Leftovers of other work: rolls, files that were never stored, and contacts that were replaced at organisations.

/** Rolls of ended elections, with the day from which they go. */
export async function listDueRolls(
  db: Db,
  retention: Retention,
): Promise<{ id: ElectionId; from: IsoDate }[]> {
  const holding = await db('roll_entries').distinct('election_id').pluck<ElectionId[]>('election_id')
  const ends = await electionEnds(db, holding)
  return [...ends]
    .filter(([, { over }]) => over)
    .map(([id, { endedOn }]) => ({ id, from: rollErasedFrom(endedOn, retention) }))
}

/** Files read in and never stored, with the day from which they go. */
export async function listDueDrafts(
  db: Db,
  { draftDays }: Pick<Retention, 'draftDays'>,
): Promise<{ id: ImportId; from: IsoDate }[]> {
  const running = db('import_jobs').where({ state: 'running' }).select('import_id')
  const drafts = await db('imports').where({ state: 'draft' }).whereNotIn('id', running).orderBy('id')
  return drafts.map(({ id, made_on }) => ({ id, from: addDays(made_on, draftDays) }))
}

/** Nothing of the file has reached the register. Throws Conflict when another process was first. */
export async function eraseDraft(db: Db, by: By, id: ImportId): Promise<number> {
  return act(db, by, async (trx) => {
    await trx('import_jobs').where({ import_id: id }).whereNot({ state: 'running' }).delete()
    const running = trx('import_jobs').select('import_id')
    const erased = await trx('imports').where({ id, state: 'draft' }).whereNotIn('id', running).delete()
    if (erased === 0) throw new Conflict('erased_already')
    return { action: 'import.draft_erased', subject: `import:${id}`, details: { erased }, result: erased }
  })
}

/** Contacts that a newer one has replaced, with the day from which they go. */
export async function listDueContacts(
  db: Db,
  { contactMonths }: Pick<Retention, 'contactMonths'>,
): Promise<{ id: BodyContactId; from: IsoDate }[]> {
  const contacts = await db('body_contacts').orderBy('body_id').orderBy('id')
  return contacts.flatMap(({ id, body_id }, index) => {
    const next = contacts[index + 1]
    return next?.body_id === body_id ? [{ id, from: addMonths(next.valid_from, contactMonths) }] : []
  })
}

/** Throws Conflict when another process was first. */
export async function eraseBodyContact(db: Db, by: By, id: BodyContactId): Promise<number> {
  return act(db, by, async (trx) => {
    const contact = await trx('body_contacts').where({ id }).first('body_id')
    const erased = contact ? await trx('body_contacts').where({ id }).delete() : 0
    if (!contact || erased === 0) throw new Conflict('erased_already')
    const subject = `body:${contact.body_id}`
    return { action: 'body.contact_erased', subject, details: { erased }, result: erased }
  })
}
