import { act } from '../../core/audit.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict, Refused } from '../../core/errors.ts'
import { hasBooth } from '../means.ts'
import type { BoxKeyRow } from './tables.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import { type CheckSlips, checkAside } from './hands.ts'
import { makeSlips, type Slip } from './key_slips.ts'
import type { Official } from '../reach.ts'

/** Never fewer than two: nobody opens a box alone. */
export const SHARINGS = ['2_of_3', '3_of_5'] as const
export type Sharing = (typeof SHARINGS)[number]

/** Returns the newest key, which locks the box. */
export async function findBoxKey(db: Db, electionId: ElectionId): Promise<BoxKeyRow | undefined> {
  return db('box_keys').where({ election_id: electionId }).orderBy('id', 'desc').first()
}

/** Returns the newest key; `tried` when slips that fit have been typed. */
export async function findKeyAndTrial(
  db: Db,
  electionId: ElectionId,
): Promise<(BoxKeyRow & { tried: boolean }) | undefined> {
  const key = await findBoxKey(db, electionId)
  return key && { ...key, tried: await isTried(db, key) }
}

async function isTried(db: Db, { id }: Pick<BoxKeyRow, 'id'>): Promise<boolean> {
  return (await db('box_trials').where({ box_key_id: id }).first('box_key_id')) !== undefined
}

/** Only the public half is stored; the secret half is in the returned slips alone. An earlier key no longer counts. */
export async function makeBoxKey(
  db: Db,
  by: Official,
  id: ElectionId,
  form: { sharing: Sharing; replaces_tried?: boolean },
): Promise<{ slips: Slip[]; threshold: number }> {
  const [threshold = 0, shares = 0] = form.sharing.split('_of_').map(Number)
  const { publicKey, slips } = await makeSlips(threshold, shares)
  // A second click cannot show the slips again: it makes a key of its own, and the newest counts.
  const { once: _once, ...again } = by
  await act(db, again, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireBooth(election)
    requireAct(election, 'lockBox')
    const before = await findKeyAndTrial(trx, id)
    if (before?.tried && form.replaces_tried !== true)
      throw new Refused('slips_are_tried', {}, 'replaces_tried')
    const made = { made_by: by.name, made_on: by.clock.today() }
    await trx('box_keys').insert({ election_id: id, public_key: publicKey, threshold, shares, ...made })
    const details = { threshold, shares, public_key: publicKey }
    return { action: 'election.box_key_made', subject: subjectOf(election), details, result: { id } }
  })
  return { slips, threshold }
}

/** Shows, before the box is used, that the slips open it. Nothing of them is kept: the caller wipes what was typed. */
export async function tryBoxKey(
  db: Db,
  by: Official,
  id: ElectionId,
  form: { slips: readonly Uint8Array[] },
  check: CheckSlips = checkAside,
): Promise<{ id: ElectionId }> {
  const { key: checked } = await lockable(db, by, id)
  if (!checked) throw new Conflict('box_key_missing')
  // The maker has seen every slip; what is tried is whether those who were given them can read them.
  if (checked.made_by === by.name) throw new Refused('slip_trial_by_maker')
  await check(checked, form.slips)
  return act(db, by, async (trx) => {
    const { election, key } = await lockable(trx, by, id)
    // Another one was made while the slips were tried.
    if (key?.id !== checked.id) throw new Conflict('box_key_missing')
    if (!(await isTried(trx, key)))
      await trx('box_trials').insert({ box_key_id: key.id, tried_by: by.name, tried_on: by.clock.today() })
    const details = { public_key: key.public_key }
    return { action: 'election.box_key_tried', subject: subjectOf(election), details, result: { id } }
  })
}

/** Polling opens only when the box is locked by a key whose slips have been tried. */
export async function requireBoxReady(db: Db, election: Election): Promise<void> {
  if (!hasBooth(election)) return
  const key = await findBoxKey(db, election.id)
  if (!key) throw new Refused('box_key_missing')
  if (!(await isTried(db, key))) throw new Refused('box_key_not_tried')
}

async function lockable(
  db: Db,
  by: Official,
  id: ElectionId,
): Promise<{ election: Election; key: BoxKeyRow | undefined }> {
  const election = await getElection(db, by.user, id)
  requireBooth(election)
  requireAct(election, 'lockBox')
  return { election, key: await findBoxKey(db, id) }
}

function requireBooth(election: Election): void {
  if (!hasBooth(election)) throw new Conflict('no_booth_here')
}
