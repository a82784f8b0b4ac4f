import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { inBackground, shortly } from '../../core/jobs.ts'
import { compactBox } from './compaction.ts'
import { type AtOpening, openBox, type Opening } from './opening.ts'
import type { Opener } from './opener.ts'
import type { Official } from '../reach.ts'

/** The progress of an opening, known only in the process that opens the box. */
export interface BoxJob {
  stage: 'opening' | 'storing' | 'clearing' | 'done' | 'failed'
  done: number
  of: number
  /** After a fault nothing is stored, and the box can be opened again. */
  fault?: unknown
}

const jobs = new WeakMap<Db, Map<ElectionId, BoxJob>>()

/** The opening that this process is busy with, or has just finished. */
export function findBoxJob(db: Db, electionId: ElectionId): BoxJob | undefined {
  return jobs.get(db)?.get(electionId)
}

export function isRunning({ stage }: Pick<BoxJob, 'stage'>): boolean {
  return stage !== 'failed' && stage !== 'done'
}

export interface Opened {
  opener: Opener
  /** Those who were there, in the order in which they typed. */
  people: readonly AtOpening[]
}

/** Returns when the box is open, or after a short while when that is sooner. Ends the opener. */
export async function runOpening(
  db: Db,
  by: Official,
  id: ElectionId,
  { opener, people }: Opened,
): Promise<void> {
  const job: BoxJob = { stage: 'opening', done: 0, of: 0 }
  remember(db, id, job)
  const work = run(db, by, id, { opener, people }, job).catch((error: unknown) => {
    Object.assign(job, { stage: 'failed', fault: error })
  })
  await shortly(inBackground(db, work))
}

/** Forgets an opening that has ended, so that its fault is shown once. */
export function forgetBoxJob(db: Db, electionId: ElectionId): void {
  const stage = findBoxJob(db, electionId)?.stage
  if (stage === 'failed' || stage === 'done') jobs.get(db)?.delete(electionId)
}

async function run(
  db: Db,
  by: Official,
  id: ElectionId,
  opening: Omit<Opening, 'onProgress'>,
  job: BoxJob,
): Promise<void> {
  const onProgress = (done: number, of: number) => {
    Object.assign(job, { done, of, stage: done === of ? 'storing' : 'opening' })
  }
  try {
    await openBox(db, by, id, { ...opening, onProgress })
  } finally {
    opening.opener.end()
  }
  job.stage = 'clearing'
  // The box is open and counted whatever happens now; the page offers to clear up again.
  await compactBox(db, { ...by, once: undefined }, id)
  job.stage = 'done'
}

function remember(db: Db, id: ElectionId, job: BoxJob): void {
  const all = jobs.get(db) ?? new Map<ElectionId, BoxJob>()
  all.set(id, job)
  jobs.set(db, all)
}
