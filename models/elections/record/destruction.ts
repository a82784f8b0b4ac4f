import { checkPackagesDestroyed } from '../../rules/elections/protocol/packages.ts'
import { act } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import { isTaken, type Db, type Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict, Refused, require } from '../../core/errors.ts'
import { LogInUse, sweepOut } from '../../core/sweeping.ts'
import { sameName } from '../../rules/elections/certification.ts'
import type { BallotDestructionRow } from './tables.ts'
import { getElection, requireAct, subjectOf } from '../elections.ts'
import { findCallOff } from '../planning/calling_off.ts'
import type { Official } from '../reach.ts'
import { listSealed } from '../packages/packages.ts'
import { findRecord, storeRecord } from './record.ts'

export interface DestructionForm {
  first_witness: string
  second_witness: string
  destroyed_on: IsoDate
  /** The rule by which they are destroyed. */
  paragraph?: string | undefined
  /** The numbers of the sealed packages that are destroyed. */
  packages?: number[]
  left_reason?: string | undefined
}

/** Where votes lie: opened, sealed in a box that was never opened, or waiting at it. */
const VOTES = ['ballots', 'envelopes', 'entered_papers', 'paper_entry_turns'] as const

/**
 * Waits for the end of complaints. The tablet's ballots go in the same act, opened or sealed. The certified record stays,
 * and a new version of it says what was destroyed.
 */
export async function recordDestruction(
  db: Db,
  by: Official,
  id: ElectionId,
  form: DestructionForm,
): Promise<{ id: ElectionId }> {
  const done = await act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'destroyBallots')
    const { first_witness, second_witness, destroyed_on } = form
    if (sameName(first_witness, second_witness)) throw new Refused('same_witness', {}, 'second_witness')
    if (destroyed_on > by.clock.today()) throw new Refused('day_in_future', {}, 'destroyed_on')
    const calledOff = await findCallOff(trx, id)
    const over = (await findRecord(trx, id))?.made_on ?? calledOff?.decided_on ?? election.complaints_until
    if (destroyed_on < over) throw new Refused('destroyed_too_early', { date: over }, 'destroyed_on')
    const sealed = await listSealed(trx, id)
    const destroyed = sealed.filter(({ number }) => form.packages?.includes(number))
    const packages = destroyed.map(({ number }) => number)
    const { paragraph, left_reason } = form
    require(
      checkPackagesDestroyed({
        sealed: sealed.map(({ number }) => number),
        destroyed: packages,
        reason: left_reason,
      }),
    )
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    const why = { paragraph: paragraph ?? null, left_reason: left_reason?.trim() || null }
    await trx('ballot_destructions')
      .insert({ election_id: id, first_witness, second_witness, destroyed_on, ...recorded, ...why })
      .catch((error: unknown) => {
        throw isTaken(error) ? new Conflict('ballots_already_destroyed') : error
      })
    if (destroyed.length > 0)
      await trx('destroyed_packages').insert(
        destroyed.map((one) => ({ package_id: one.id, election_id: id })),
      )
    await deleteVotes(trx, [id])
    const isRecorded = (await findRecord(trx, id)) !== undefined
    const made = isRecorded ? await storeRecord(trx, by, election, 'destroyed') : undefined
    const witnesses = [first_witness, second_witness]
    const details = { destroyed_on, witnesses, packages, paragraph, ...made }
    return { action: 'election.ballots_destroyed', subject: subjectOf(election), details, result: { id } }
  })
  await sweep(db)
  return done
}

/** Deletes what an older version left in the box although its election says that the ballots are destroyed. */
export async function finishDestructions(db: Db): Promise<ElectionId[]> {
  const destroyed = db('ballot_destructions').select('election_id')
  const left = await db('envelopes')
    .whereIn('election_id', destroyed)
    .distinct()
    .pluck<ElectionId[]>('election_id')
  if (left.length === 0) return left
  await db.transaction((trx) => deleteVotes(trx, left))
  await sweep(db)
  return left
}

async function deleteVotes(trx: Trx, ids: readonly ElectionId[]): Promise<void> {
  for (const table of VOTES) await trx(table).whereIn('election_id', ids).delete()
}

/** So that no deleted vote is left in the files. Somebody else who reads the database leaves it to the next sweep. */
async function sweep(db: Db): Promise<void> {
  await sweepOut(db, VOTES).catch((error: unknown) => {
    if (!(error instanceof LogInUse)) throw error
  })
}

export async function findDestruction(
  db: Db,
  electionId: ElectionId,
): Promise<BallotDestructionRow | undefined> {
  return db('ballot_destructions').where({ election_id: electionId }).first()
}
