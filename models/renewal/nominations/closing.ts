import { act, type By } from '../../core/audit.ts'
import type { Db } from '../../core/db.ts'
import type { NominationId } from '../../core/ids.ts'
import { Conflict } from '../../core/errors.ts'
import { getOpenNomination } from './answers.ts'

/** Ends without an appointment. The seat stays as it is, and other organisations may be asked. */
export async function closeNomination(
  db: Db,
  by: By,
  id: NominationId,
  form: { reason: string },
): Promise<{ id: NominationId }> {
  return act(db, by, async (trx) => {
    const { seat } = await getOpenNomination(trx, id)
    const moved = await trx('nominations').where({ id, status: 'open' }).update({ status: 'closed' })
    if (moved !== 1) throw new Conflict('nomination_closed')
    const { reason } = form
    const closed_on = by.clock.today()
    await trx('nomination_closings').insert({ nomination_id: id, closed_on, reason, recorded_by: by.name })
    const details = { seat: seat.slug }
    return { action: 'nomination.closed', subject: `nomination:${id}`, details, result: { id } }
  })
}
