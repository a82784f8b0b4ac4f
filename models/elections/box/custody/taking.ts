import { act } from '../../../core/audit.ts'
import type { Db, Trx } from '../../../core/db.ts'
import { Conflict, require } from '../../../core/errors.ts'
import type { BoxSlipKeyId, ElectionId } from '../../../core/ids.ts'
import { insertOne } from '../../../core/insert.ts'
import { mayTake } from '../../../rules/elections/box/custody.ts'
import { getElection, requireAct, subjectOf } from '../../elections.ts'
import type { Official } from '../../reach.ts'
import type { MakeKey, MakeSlip } from '../hands.ts'
import { keyAside } from '../hands.ts'
import { getSlip } from './custody.ts'
import { lockWhenOnPaper } from './locking.ts'

/**
 * Makes the words of one slip for the page or the sheet of its holder, and stores the half of its key that everybody may know. Words
 * that were shown before no longer count. The caller wipes what is made.
 */
export async function takeSlip<Made extends { publicKey: string }>(
  db: Db,
  by: Official,
  id: ElectionId,
  number: number,
  make: MakeSlip<Made>,
): Promise<Made & { key: BoxSlipKeyId }> {
  await requireTakeable(db, by, id, number)
  const made = await make()
  // A second click cannot show the words again: it makes others, and the newest count.
  const { once: _once, ...again } = by
  const { key } = await act(db, again, async (trx) => {
    const { election, slip } = await requireTakeable(trx, by, id, number)
    const shown = { shown_to: by.name, account_id: by.user.id, shown_on: by.clock.today() }
    const row = { slip_id: slip.id, public_key: made.publicKey, ...shown }
    const key = await insertOne(trx, 'box_slip_keys', row)
    const details = { number, holder: slip.holder, public_key: made.publicKey }
    return { action: 'election.box_slip_shown', subject: subjectOf(election), details, result: { key } }
  })
  return { ...made, key }
}

/** The words are on paper. With the last slip the box is locked. */
export async function copySlip(
  db: Db,
  by: Official,
  id: ElectionId,
  { number, key }: { number: number; key: BoxSlipKeyId },
  make: MakeKey = keyAside,
): Promise<{ id: ElectionId }> {
  const done = await act(db, by, async (trx) => {
    const { election, slip } = await requireTakeable(trx, by, id, number)
    if (slip.key?.id !== key || slip.copy) throw new Conflict('slip_shown_anew')
    await trx('box_slip_copies').insert({
      slip_key_id: key,
      copied_by: by.name,
      account_id: by.user.id,
      copied_on: by.clock.today(),
    })
    const details = { number, holder: slip.holder }
    return { action: 'election.box_slip_on_paper', subject: subjectOf(election), details, result: { id } }
  })
  await lockWhenOnPaper(db, by, id, make)
  return done
}

async function requireTakeable(db: Db | Trx, by: Official, id: ElectionId, number: number) {
  const election = await getElection(db, by.user, id)
  requireAct(election, 'lockBox')
  const { custody, slip } = await getSlip(db, id, number)
  require(mayTake(custody, slip, by.user.id))
  return { election, slip }
}
