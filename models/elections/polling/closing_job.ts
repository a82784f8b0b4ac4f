import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { inBackground, shortly } from '../../core/jobs.ts'
import { emptyLogSoon, layAnew } from '../../core/sweeping.ts'
import type { Official } from '../reach.ts'
import { type Closed, type ClosingForm, closePolling } from './polling.ts'

/** What marking and casting write to. */
const TOUCHED = ['roll_entries', 'roll_words', 'envelopes', 'booths', 'polling_tallies', 'receipts'] as const

/** How far the files have been written anew, known only in the process that does it: what is stored is that it is done. */
export interface SweepJob {
  stage: 'sweeping' | 'done' | 'failed'
  done: number
  of: number
  fault?: unknown
}

const jobs = new WeakMap<Db, Map<ElectionId, SweepJob>>()

export function findSweepJob(db: Db, electionId: ElectionId): SweepJob | undefined {
  return jobs.get(db)?.get(electionId)
}

/** Where this process knows of no work, either it is done or the server was stopped meanwhile. */
export async function findSweep(
  db: Db,
  electionId: ElectionId,
): Promise<Pick<SweepJob, 'stage' | 'done' | 'of'>> {
  const job = findSweepJob(db, electionId)
  if (job) return job
  const swept = await db('polling_sweeps').where({ election_id: electionId }).first('election_id')
  return { stage: swept ? 'done' : 'failed', done: 0, of: TOUCHED.length }
}

/**
 * Closes the polls, and then writes the files anew in which marks and ballots lie, so that they do not wait for the box to
 * be opened. Returns when that is done, or after a short while when that is sooner.
 */
export async function startClosing(db: Db, by: Official, id: ElectionId, form: ClosingForm): Promise<Closed> {
  const closed = await closePolling(db, by, id, form)
  await sweepPolling(db, id)
  return closed
}

/** It can be done again after a fault. */
export async function sweepPolling(db: Db, id: ElectionId): Promise<void> {
  if (findSweepJob(db, id)?.stage === 'sweeping') return
  const job: SweepJob = { stage: 'sweeping', done: 0, of: TOUCHED.length }
  const all = jobs.get(db) ?? new Map<ElectionId, SweepJob>()
  jobs.set(db, all.set(id, job))
  const onProgress = (done: number) => {
    job.done = done
  }
  const work = sweep(db, [id], onProgress).then(
    () => {
      job.stage = 'done'
    },
    (fault: unknown) => {
      Object.assign(job, { stage: 'failed', fault })
    },
  )
  await shortly(inBackground(db, work))
}

/** Writes the files anew after polls that a stopped server closed. Returns their elections. */
export async function finishClosings(db: Db): Promise<ElectionId[]> {
  const left = await db('polling_closings')
    .whereNotIn('election_id', db('polling_sweeps').select('election_id'))
    .distinct()
    .pluck<ElectionId[]>('election_id')
  if (left.length > 0) await sweep(db, left)
  return left
}

/** What is stored of it is that it was done: a stop, a fault or somebody in the way leaves it to the next start. */
async function sweep(db: Db, ids: readonly ElectionId[], onProgress?: (done: number) => void): Promise<void> {
  await layAnew(db, TOUCHED, onProgress)
  const done = ids.map((election_id) => ({ election_id }))
  await db('polling_sweeps').insert(done).onConflict('election_id').ignore()
  await emptyLogSoon(db)
}
