import { findSignedIn } from '../../accounts/accounts.ts'
import type { By } from '../../core/audit.ts'
import { sha256 } from '../../core/canonical.ts'
import { instantAt, type Clock } from '../../core/dates.ts'
import { isTaken, type Db } from '../../core/db.ts'
import { Conflict, Refused } from '../../core/errors.ts'
import type { AccountId, ElectionId } from '../../core/ids.ts'
import { type Actor, countPeople, isAmong } from '../../rules/elections/certification.ts'
import type { Official } from '../reach.ts'
import { beginKeyProcess, type KeyProcess, sealSlip } from './hands.ts'
import { slipField } from './key_slips.ts'
import { type Custody, custodyOfKey } from './custody/custody.ts'
import { findLockingKey } from './keys.ts'
import { requireOpenable } from './opening.ts'
import type { AtOpening } from './opening.ts'
import { findBoxJob, forgetBoxJob, isRunning, runOpening } from './opening_job.ts'
import { type Present, presentSlips, remove, rowOf, store } from './sitting_rows.ts'
import type { BoxSittingRow, BoxSittingSlipRow } from './tables.ts'

// Those who hold slips type them at their own sign-in, one after the other. One process aside has a key of its own for the
// sitting, and lives as long: each slip is stored sealed to that key, so that any server process can take it, and none can read
// it. When enough have come, the server process that began the sitting lets it put them together and open the box.

/** So long are typed slips waited for. */
export const SITTING_MINUTES = 10

/** Nobody opens a box alone, not even one of an old key that has a single slip: then somebody else is there as a witness. */
const LEAST_PEOPLE = 2

/** Stands in for the number of a slip where a witness has none. */
const WITNESS = 0

/** How often a server process looks for slips that another one took. */
const LOOK_MS = 1000

export interface Sitting {
  /** In the order in which they typed. */
  by: { id: AccountId; name: string; number: number }[]
}

/** As many people are signed in at the same time when a box is opened. */
export function peopleNeeded({ threshold }: { threshold: number }): number {
  return Math.max(threshold, LEAST_PEOPLE)
}

interface Held {
  process: KeyProcess
  by: Pick<By, 'clock' | 'keys'>
  timer: NodeJS.Timeout
  /** One look at a time. */
  before: Promise<void>
  /** The slips that did not fit, so that they are not tried every second. */
  inVain: string
}

const heldHere = new WeakMap<Db, Map<ElectionId, Held>>()

export async function findSitting(db: Db, clock: Clock, id: ElectionId): Promise<Sitting | undefined> {
  const sitting = await rowOf(db, clock, id)
  if (!sitting) return undefined
  const by = await db('box_sitting_slips')
    .join('accounts', 'accounts.id', 'account_id')
    .where({ election_id: id })
    .orderBy('place')
    .select<Sitting['by']>('accounts.id', 'accounts.name', 'number')
  return { by }
}

/** Takes one person's slip, and opens the box when it is the last that was missing. The caller wipes what was typed. */
export async function putSlip(
  db: Db,
  by: Official,
  id: ElectionId,
  { slip, session }: { slip: Uint8Array; session: string },
): Promise<void> {
  const job = findBoxJob(db, id)
  if (job && isRunning(job)) return
  await requireOpenable(db, by, id)
  const key = await findLockingKey(db, id)
  if (!key) throw new Conflict('box_key_missing')
  if (slip.length === 0) throw new Refused('slips_too_few', { count: 1 }, slipField(0))
  const sitting = (await rowOf(db, by.clock, id)) ?? (await begin(db, by, id))
  const typed = await sealSlip(key, sitting.public_key, slip)
  await join(db, by, id, { ...typed, session_hash: sha256(session) })
}

/** The other person at the opening of a box whose old key has a single slip. */
export async function witnessOpening(db: Db, by: Official, id: ElectionId, session: string): Promise<void> {
  await requireOpenable(db, by, id)
  const key = await findLockingKey(db, id)
  const sitting = await findSitting(db, by.clock, id)
  const isAlone = !sitting?.by.some((other) => other.id !== by.user.id)
  if (!key || key.threshold >= LEAST_PEOPLE || isAlone) throw new Conflict('box_needs_no_witness')
  await join(db, by, id, { number: WITNESS, sealed: '', session_hash: sha256(session) })
}

async function join(
  db: Db,
  by: Official,
  id: ElectionId,
  slip: Pick<BoxSittingSlipRow, 'number' | 'sealed' | 'session_hash'>,
): Promise<void> {
  const others = (await presentSlips(db, by.clock, id)).filter(({ account_id }) => account_id !== by.user.id)
  const account = { id: by.user.id, person_id: by.user.personId, name: by.user.name }
  if (isAmong(account, others.map(actorOf))) throw new Conflict('entry_same_person')
  await store(db, { ...slip, election_id: id, account_id: by.user.id })
  await pursue(db, id)
  const { fault } = findBoxJob(db, id) ?? {}
  if (!(fault instanceof Refused)) return
  forgetBoxJob(db, id)
  throw fault
}

/** What has been typed is forgotten, and all begin anew: somebody left, or the server was started again. */
export async function endSitting(db: Db, by: Official, id: ElectionId): Promise<void> {
  await requireOpenable(db, by, id)
  await remove(db, id)
  drop(db, id)
}

/** Called when a slip has come, and by the clock. Does nothing in a process that does not hold the sitting. */
export async function pursue(db: Db, id: ElectionId): Promise<void> {
  const held = heldHere.get(db)?.get(id)
  if (!held) return
  const turn = held.before.then(() => pursueHeld(db, id, held))
  held.before = turn.catch(() => undefined)
  await turn
}

async function pursueHeld(db: Db, id: ElectionId, held: Held): Promise<void> {
  if (heldHere.get(db)?.get(id) !== held) return
  const sitting = await rowOf(db, held.by.clock, id)
  const key = await findLockingKey(db, id)
  if (!key || sitting?.public_key !== held.process.publicKey) {
    drop(db, id)
    return
  }
  const present = await presentSlips(db, held.by.clock, id)
  const slips = present.filter(({ number }) => number !== WITNESS)
  const sealed = slips.map((slip) => slip.sealed)
  const isEnough = slips.length >= key.threshold && countPeople(present.map(actorOf)) >= peopleNeeded(key)
  if (!isEnough || held.inVain === sealed.join()) return
  const fitting = await held.process.combine(key, sealed)
  held.inVain = sealed.join()
  const openers = slips.filter((_slip, index) => fitting.includes(index))
  const last = openers.at(-1)
  const user = last && (await findSignedIn(db, last.account_id))
  if (!user) return
  await remove(db, id)
  release(db, id)
  const custody = await custodyOfKey(db, key.id)
  const people = present.map((slip) => personAt(slip, openers.includes(slip), custody))
  const by = { ...held.by, accountId: user.id, name: user.name, user }
  await runOpening(db, by, id, { opener: held.process.opener(key), people })
}

function actorOf({ account_id, person_id, name }: Present): Actor {
  return { id: account_id, person_id, name }
}

/** A slip may be typed by another account than its holder's: both stand in the record. */
function personAt({ number, name }: Present, fits: boolean, custody: Custody | undefined): AtOpening {
  const slip = custody?.slips.find((one) => one.number === number)
  const became = number === WITNESS ? 'witness' : fits ? 'counted' : 'set_aside'
  return { typed_by: name, number: slip?.number ?? null, holder: slip?.holder ?? null, became }
}

async function begin(db: Db, by: Official, id: ElectionId): Promise<BoxSittingRow> {
  const process = await beginKeyProcess()
  const ends_at = instantAt(Date.parse(by.clock.now()) + SITTING_MINUTES * 60_000)
  const row = { election_id: id, public_key: process.publicKey, ends_at }
  try {
    await db.transaction(async (trx) => {
      const old = await trx('box_sittings').where({ election_id: id }).first()
      if (old && old.ends_at <= by.clock.now()) {
        await trx('box_sitting_slips').where({ election_id: id }).delete()
        await trx('box_sittings').where({ election_id: id }).delete()
      }
      await trx('box_sittings').insert(row)
    })
  } catch (error) {
    process.end()
    if (!isTaken(error)) throw error
    // Another one began at the same time.
    const other = await rowOf(db, by.clock, id)
    if (!other) throw error
    return other
  }
  drop(db, id)
  hold(db, id, process, by)
  return row
}

function hold(db: Db, id: ElectionId, process: KeyProcess, { clock, keys }: Official): void {
  const look = () => {
    // The database is gone, or the process: whoever waits begins anew.
    pursue(db, id).catch(() => {
      drop(db, id)
    })
  }
  const timer = setInterval(look, LOOK_MS).unref()
  const all = heldHere.get(db) ?? new Map<ElectionId, Held>()
  heldHere.set(db, all)
  all.set(id, { process, by: { clock, keys }, timer, before: Promise.resolve(), inVain: '' })
}

/** Ends the process, and with it all that was typed. */
function drop(db: Db, id: ElectionId): void {
  release(db, id)?.process.end()
}

function release(db: Db, id: ElectionId): Held | undefined {
  const held = heldHere.get(db)?.get(id)
  clearInterval(held?.timer)
  heldHere.get(db)?.delete(id)
  return held
}
