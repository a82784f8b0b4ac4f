import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { inBackground, shortly } from '../../core/jobs.ts'
import { layAnew } from '../../core/sweeping.ts'
import type { Official } from '../reach.ts'
import { type Closed, type ClosingForm, closePolling } from './polling.ts'

/** What marking and casting write to. */
const TOUCHED = ['roll_entries', 'roll_words', 'envelopes', 'booths', 'polling_tallies', 'receipts'] as const

/** How far the files have been written anew, known only in the process that does it. */
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
  const work = layAnew(db, TOUCHED, onProgress).then(
    () => {
      job.stage = 'done'
    },
    (fault: unknown) => {
      Object.assign(job, { stage: 'failed', fault })
    },
  )
  await shortly(inBackground(db, work))
}

/** Writes the files anew after polls that a stopped server closed: whether it was done is not stored. */
export async function finishClosings(db: Db): Promise<void> {
  const sealed = await db('envelopes').first('id')
  const marked = await db('roll_entries').where({ marked: 1 }).first('id')
  if (sealed || marked) await layAnew(db, TOUCHED)
}
