import { act } from '../../../core/audit.ts'
import type { Db } from '../../../core/db.ts'
import { Conflict } from '../../../core/errors.ts'
import type { ElectionId } from '../../../core/ids.ts'
import { insertOne } from '../../../core/insert.ts'
import { getElection, requireAct, subjectOf } from '../../elections.ts'
import type { Official } from '../../reach.ts'
import { keyAside, type MakeKey } from '../hands.ts'
import { findCustody } from './custody.ts'

/**
 * Locks the box when every slip is on paper, and does nothing before. The secret half of the key is made and divided in a process
 * of its own, and each share is stored sealed to the slip that opens it.
 */
export async function lockWhenOnPaper(
  db: Db,
  by: Official,
  id: ElectionId,
  make: MakeKey = keyAside,
): Promise<void> {
  const custody = await findCustody(db, id)
  if (!custody || custody.isLocked || !custody.slips.every(({ isOnPaper }) => isOnPaper)) return
  const slips = custody.slips.flatMap(({ key }) => key ?? [])
  const made = await make(
    custody.threshold,
    slips.map(({ public_key }) => public_key),
  )
  const { once: _once, ...again } = by
  await act(db, again, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'lockBox')
    const now = await findCustody(trx, id)
    // Somebody locked it at the same time, or named other holders.
    const isSame = now && !now.isLocked && now.slips.every(({ key }, index) => key?.id === slips[index]?.id)
    if (!isSame) throw new Conflict('slip_shown_anew')
    const { threshold, shares, made_by } = custody
    const row = { election_id: id, public_key: made.publicKey, threshold, shares }
    const box_key_id = await insertOne(trx, 'box_keys', { ...row, made_by, made_on: by.clock.today() })
    await trx('box_shares').insert(
      slips.map((slip, index) => ({ slip_key_id: slip.id, box_key_id, sealed: made.sealed[index] ?? '' })),
    )
    const holders = custody.slips.map(({ number, holder }) => ({ number, holder }))
    const details = { threshold, shares, public_key: made.publicKey, holders }
    return { action: 'election.box_key_made', subject: subjectOf(election), details, result: { id } }
  })
}
