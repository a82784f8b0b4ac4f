import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict, Refused } from '../../core/errors.ts'
import { hasBooth } from '../means.ts'
import type { BoxKeyRow } from './tables.ts'
import type { Election } from '../elections.ts'
import { custodyOfKey, findCustody, listShares } from './custody/custody.ts'
import type { LockingKey } from './key_slips.ts'

/** Returns the newest key, which locks the box. */
export async function findBoxKey(db: Db, electionId: ElectionId): Promise<BoxKeyRow | undefined> {
  return db('box_keys').where({ election_id: electionId }).orderBy('id', 'desc').first()
}

/** Returns the newest key with what its slips open. */
export async function findLockingKey(
  db: Db,
  electionId: ElectionId,
): Promise<(BoxKeyRow & LockingKey) | undefined> {
  const key = await findBoxKey(db, electionId)
  return key && { ...key, slips: await listShares(db, key.id) }
}

/** Returns the newest key; `tried` when enough slips that fit have been typed. */
export async function findKeyAndTrial(
  db: Db,
  electionId: ElectionId,
): Promise<(BoxKeyRow & { tried: boolean }) | undefined> {
  const key = await findBoxKey(db, electionId)
  if (!key) return undefined
  const isUsable = key.threshold >= 2 && (await isCurrent(db, key))
  return { ...key, tried: isUsable && (await isTried(db, key)) }
}

/** A key no longer counts when other holders have been named since. */
async function isCurrent(db: Db, { election_id }: Pick<BoxKeyRow, 'election_id'>): Promise<boolean> {
  const custody = await findCustody(db, election_id)
  return !custody || custody.isLocked
}

async function isTried(db: Db, { id }: Pick<BoxKeyRow, 'id'>): Promise<boolean> {
  const custody = await custodyOfKey(db, id)
  if (custody) return custody.isTriedEnough
  // A key from before slips had named holders.
  return (await db('box_trials').where({ box_key_id: id }).first('box_key_id')) !== undefined
}

/** Polling opens only when the box is locked by a key whose slips have been tried. */
export async function requireBoxReady(db: Db, election: Election): Promise<void> {
  if (!hasBooth(election)) return
  const key = await findBoxKey(db, election.id)
  if (!key || !(await isCurrent(db, key))) throw new Refused('box_key_missing')
  if (key.threshold < 2) throw new Refused('box_key_single')
  if (!(await isTried(db, key))) throw new Refused('box_key_not_tried')
}

export function requireBooth(election: Election): void {
  if (!hasBooth(election)) throw new Conflict('no_booth_here')
}
