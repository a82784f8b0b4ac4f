import { act } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict } from '../../core/errors.ts'
import type { PollingPauseRow } from './tables.ts'
import { takeTally } from './at_the_table.ts'
import { requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'

/** Nothing is handed out meanwhile. The last two are null until polling is resumed. */
export interface Pause extends PollingPauseRow {
  resumed_on: IsoDate | null
  resumed_at: string | null
}

/** A voter behind the screen may finish; no new one is let in. */
export async function pausePolling(
  db: Db,
  by: Official,
  id: ElectionId,
  form: { reason: string },
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const { election, tally } = await takeTally(trx, by, id)
    requireAct(election, 'takeVotes')
    if (tally.open !== 1) throw new Conflict('polling_is_paused')
    const paused_at = by.clock.time()
    await setOpen(trx, id, 0)
    await trx('polling_pauses').insert({
      election_id: id,
      paused_on: by.clock.today(),
      paused_at,
      reason: form.reason,
      recorded_by: by.name,
    })
    const details = { paused_at, reason: form.reason }
    return { action: 'election.paused', subject: subjectOf(election), details, result: { id } }
  })
}

export async function resumePolling(db: Db, by: Official, id: ElectionId): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const { election, tally } = await takeTally(trx, by, id)
    requireAct(election, 'takeVotes')
    const pause = (await listPauses(trx, id)).find(({ resumed_at }) => resumed_at === null)
    if (tally.open === 1 || !pause) throw new Conflict('polling_goes_on')
    const resumed_at = by.clock.time()
    await setOpen(trx, id, 1)
    const resumed = { resumed_on: by.clock.today(), resumed_at, recorded_by: by.name }
    await trx('polling_resumptions').insert({ pause_id: pause.id, ...resumed })
    return {
      action: 'election.resumed',
      subject: subjectOf(election),
      details: { resumed_at },
      result: { id },
    }
  })
}

async function setOpen(trx: Trx, electionId: ElectionId, open: 0 | 1): Promise<void> {
  await trx('polling_tallies').where({ election_id: electionId }).update({ open })
}

export async function listPauses(db: Db, electionId: ElectionId): Promise<Pause[]> {
  return db('polling_pauses')
    .leftJoin('polling_resumptions', 'pause_id', 'polling_pauses.id')
    .where({ election_id: electionId })
    .orderBy('polling_pauses.id')
    .select<Pause[]>('polling_pauses.*', 'resumed_on', 'resumed_at')
}
