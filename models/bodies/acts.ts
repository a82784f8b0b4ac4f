import { act, type By } from '../core/audit.ts'
import { addDays, type IsoDate } from '../core/dates.ts'
import type { Db, Trx } from '../core/db.ts'
import { type BodyId, NO_ID } from '../core/ids.ts'
import { Conflict, NotFound, Refused, require } from '../core/errors.ts'
import { insertOne } from '../core/insert.ts'
import { checkRename } from '../rules/bodies/body_life.ts'
import type { BodyRow } from './tables.ts'
import { slugFor } from '../core/slugs.ts'

export interface NewBodyForm {
  name: string
  kind: BodyRow['kind']
  active_from?: IsoDate | undefined
  active_until?: IsoDate | undefined
}

/** The body belongs to no area until the statutes or a decision say so. */
export async function registerBody(db: Db, by: By, form: NewBodyForm): Promise<{ id: BodyId; slug: string }> {
  return act(db, by, async (trx) => {
    const { id, slug } = await insertBody(trx, form)
    const { kind, active_from, active_until } = form
    const details = { kind, slug, active_from, active_until }
    return { action: 'body.registered', subject: `body:${id}`, details, result: { id, slug } }
  })
}

/** Of two bodies with the same name, the second gets a number in its address. */
export async function insertBody(trx: Trx, form: NewBodyForm): Promise<{ id: BodyId; slug: string }> {
  const { name, kind, active_from = null, active_until = null } = form
  if (active_from !== null && active_until !== null && active_until < active_from)
    throw new Refused('body_ends_before_start', { from: active_from }, 'active_until')
  const known = await trx('body_names').where({ name, kind: 'official' }).first('id')
  if (known) throw new Refused('body_same_name', { name }, 'name')
  const slug = slugFor(name, await trx('bodies').pluck<string[]>('slug'))
  const id = await insertOne(trx, 'bodies', {
    slug,
    kind,
    active_from,
    active_until,
    successor_id: null,
    address: null,
  })
  const official = { body_id: id, name, kind: 'official', valid_from: null, valid_until: null } as const
  await trx('body_names').insert(official)
  return { id, slug }
}

/** Throws NotFound when no body has the address. */
export async function findBody(trx: Trx, slug: string): Promise<BodyRow> {
  const body = await trx('bodies').where({ slug }).first()
  if (!body) throw new NotFound(`body ${slug}`)
  return body
}

export interface RenameForm {
  name: string
  /** The first day with the new name. */
  effective_on: IsoDate
  reason: string
}

/** What was written before the day keeps the old name. */
export async function renameBody(db: Db, by: By, slug: string, form: RenameForm): Promise<{ slug: string }> {
  return act(db, by, async (trx) => {
    const body = await findBody(trx, slug)
    const names = await trx('body_names').where({ body_id: body.id, kind: 'official' }).orderBy('id')
    const { name, effective_on, reason } = form
    require(checkRename(names, { name, from: effective_on }))
    const last = names.at(-1)
    await trx('body_names')
      .where({ id: last?.id ?? NO_ID })
      .update({ valid_until: addDays(effective_on, -1) })
    await trx('body_names').insert({
      body_id: body.id,
      name,
      kind: 'official',
      valid_from: effective_on,
      valid_until: null,
    })
    await insertChange(trx, by, { body_id: body.id, kind: 'renamed', effective_on, reason })
    const details = { before: last?.name, after: name, effective_on }
    return { action: 'body.renamed', subject: `body:${body.id}`, details, result: { slug } }
  })
}

export interface MoveForm {
  address: string
  effective_on: IsoDate
  reason: string
}

/** The place stays the same, and so do its seats. */
export async function moveBody(db: Db, by: By, slug: string, form: MoveForm): Promise<{ slug: string }> {
  return act(db, by, async (trx) => {
    const { id: body_id } = await findBody(trx, slug)
    const { address, effective_on, reason } = form
    await trx('body_addresses').insert({ body_id, address, valid_from: effective_on, recorded_by: by.name })
    await insertChange(trx, by, { body_id, kind: 'moved', effective_on, reason })
    const details = { effective_on }
    return { action: 'body.moved', subject: `body:${body_id}`, details, result: { slug } }
  })
}

export async function insertChange(
  trx: Trx,
  by: By,
  change: {
    body_id: BodyId
    kind: 'renamed' | 'moved' | 'closed' | 'replaced' | 'merged'
    effective_on: IsoDate
    reason: string
    into_body_id?: BodyId | null
    decided_by?: string
    decided_on?: IsoDate
  },
): Promise<void> {
  const { into_body_id = null, decided_by = null, decided_on = null, ...rest } = change
  await trx('body_changes').insert({
    ...rest,
    ...{ into_body_id, decided_by, decided_on, recorded_by: by.name, recorded_on: by.clock.today() },
  })
}

export interface ContactForm {
  name: string
  email?: string | undefined
  phone?: string | undefined
  postal_address?: string | undefined
}

/** Names and addresses of people stay out of the log. */
export async function changeContact(
  db: Db,
  by: By,
  slug: string,
  form: ContactForm,
): Promise<{ slug: string }> {
  return act(db, by, async (trx) => {
    const { id: body_id, active_until } = await findBody(trx, slug)
    const today = by.clock.today()
    if (active_until !== null && active_until < today)
      throw new Conflict('body_ended', { date: active_until })
    const { name, email = null, phone = null, postal_address = null } = form
    await trx('body_contacts').insert({
      ...{ body_id, name, email, phone, postal_address },
      ...{ valid_from: today, recorded_by: by.name },
    })
    return { action: 'body.contact_changed', subject: `body:${body_id}`, details: {}, result: { slug } }
  })
}
