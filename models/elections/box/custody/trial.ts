import { act } from '../../../core/audit.ts'
import type { Db, Trx } from '../../../core/db.ts'
import { Conflict, Refused } from '../../../core/errors.ts'
import type { ElectionId } from '../../../core/ids.ts'
import { getElection, requireAct, subjectOf } from '../../elections.ts'
import type { Official } from '../../reach.ts'
import { findAside, type FindSlip } from '../hands.ts'
import { slipField } from '../key_slips.ts'
import { findBoxKey } from '../keys.ts'
import { getSlip } from './custody.ts'
import { listShares } from './custody.ts'

/**
 * Shows, before the box is used, that a slip can be read and opens its share. Nothing of it is kept: the caller wipes what was
 * typed.
 */
export async function trySlip(
  db: Db,
  by: Official,
  id: ElectionId,
  { number, slip }: { number: number; slip: Uint8Array },
  find: FindSlip = findAside,
): Promise<{ id: ElectionId }> {
  const tried = await requireTriable(db, by, id, number)
  if (slip.length === 0) throw new Refused('slips_too_few', { count: 1 }, slipField(0))
  const found = await find(await typedAmong(db, id, tried), slip)
  const other = tried.custody.slips.find((one) => one.number === found)
  if (found !== number)
    throw new Refused(
      'slip_is_anothers',
      { number: found, holder: other?.holder ?? '', own: number },
      slipField(0),
    )
  return act(db, by, async (trx) => {
    const { election, slip: now, key } = await requireTriable(trx, by, id, number)
    if (key.id !== tried.key.id) throw new Conflict('slip_shown_anew')
    const row = { slip_key_id: key.id, account_id: by.user.id }
    if (!now.triedBy.includes(by.user.id))
      await trx('box_slip_trials').insert({ ...row, tried_by: by.name, tried_on: by.clock.today() })
    const details = { number, holder: now.holder, public_key: key.public_key }
    return { action: 'election.box_key_tried', subject: subjectOf(election), details, result: { id } }
  })
}

/** Once the box is locked, the share of each slip is opened too. */
async function typedAmong(db: Db, id: ElectionId, { custody }: Triable) {
  const key = custody.isLocked ? await findBoxKey(db, id) : undefined
  const shares = key ? await listShares(db, key.id) : []
  if (shares.length > 0) return shares
  return custody.slips.flatMap(({ number, key }) => (key ? { number, public_key: key.public_key } : []))
}

type Triable = Awaited<ReturnType<typeof requireTriable>>

/** Only a holder tries the own slip. One without an account does it at the sign-in of somebody who did not name the holders. */
async function requireTriable(db: Db | Trx, by: Official, id: ElectionId, number: number) {
  const election = await getElection(db, by.user, id)
  requireAct(election, 'lockBox')
  const { custody, slip } = await getSlip(db, id, number)
  if (slip.account_id !== null && slip.account_id !== by.user.id) throw new Refused('slip_of_another_holder')
  if (slip.account_id === null && custody.account_id === by.user.id) throw new Refused('slip_trial_by_maker')
  if (!slip.key || !slip.isOnPaper) throw new Conflict('slip_not_on_paper')
  return { election, custody, slip, key: slip.key }
}
