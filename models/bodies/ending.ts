import { act, type By } from '../core/audit.ts'
import { addDays, type IsoDate } from '../core/dates.ts'
import type { Db, Trx } from '../core/db.ts'
import type { BodyId } from '../core/ids.ts'
import { Conflict, Refused, require } from '../core/errors.ts'
import { checkEnding, checkSuccessor } from '../rules/bodies/body_life.ts'
import type { BodyRow } from './tables.ts'
import { findBody, insertBody, insertChange } from './acts.ts'

export interface EndingForm {
  kind: 'closed' | 'replaced' | 'merged'
  /** The last day. */
  effective_on: IsoDate
  /** The successor in the register, or the name of one that is not there. */
  into_id?: BodyId | undefined
  into_name?: string | undefined
  decided_by: string
  decided_on: IsoDate
  reason: string
}

/** The seats and their members stay as they are: what becomes of them is a decision of its own. */
export async function endBody(db: Db, by: By, slug: string, form: EndingForm): Promise<{ slug: string }> {
  if (form.decided_on > by.clock.today()) throw new Refused('date_in_future', {}, 'decided_on')
  return act(db, by, async (trx) => {
    const body = await findBody(trx, slug)
    const { kind, effective_on, decided_by, decided_on, reason } = form
    await refuseSecond(trx, body)
    require(checkEnding(body, effective_on))
    const into = kind === 'closed' ? null : await successorOf(trx, body, form)
    await trx('bodies')
      .where({ id: body.id })
      .update({ active_until: effective_on, successor_id: into ?? body.successor_id })
    await insertChange(trx, by, {
      ...{ body_id: body.id, kind, effective_on, reason, into_body_id: into, decided_by, decided_on },
    })
    const details = { kind, effective_on, into: into ?? undefined, decided_by, decided_on }
    return { action: 'body.ended', subject: `body:${body.id}`, details, result: { slug } }
  })
}

async function refuseSecond(trx: Trx, body: BodyRow): Promise<void> {
  const before = await trx('body_changes')
    .where({ body_id: body.id })
    .whereIn('kind', ['closed', 'replaced', 'merged'])
    .first('effective_on')
  if (before) throw new Conflict('body_ended', { date: before.effective_on })
}

async function successorOf(trx: Trx, body: BodyRow, form: EndingForm): Promise<BodyId> {
  const { into_id, into_name, effective_on } = form
  if (into_id === undefined) {
    if (into_name === undefined) throw new Refused('successor_missing', {}, 'into_id')
    const made = { name: into_name, kind: body.kind, active_from: addDays(effective_on, 1) }
    return (await insertBody(trx, made)).id
  }
  const bodies = await trx('bodies').select()
  const into = bodies.find(({ id, kind }) => id === into_id && kind === body.kind)
  if (!into) throw new Refused('successor_missing', {}, 'into_id')
  require(checkSuccessor(bodies, { id: body.id, endsOn: effective_on }, into_id))
  return into_id
}
