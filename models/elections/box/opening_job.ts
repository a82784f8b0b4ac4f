import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict, Refused } from '../../core/errors.ts'
import { inBackground, shortly } from '../../core/jobs.ts'
import { compactBox } from './compaction.ts'
import { findBoxKey } from './keys.ts'
import { openBox, requireOpenable } from './opening.ts'
import { handsAside, type Hands } from './hands.ts'
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

export interface OpeningForm {
  first_witness: string
  second_witness: string
  /** As typed. The caller wipes them. */
  slips: readonly Uint8Array[]
}

/** Refuses before it begins. Returns when the box is open, or after a short while when that is sooner. */
export async function startOpening(
  db: Db,
  by: Official,
  id: ElectionId,
  form: OpeningForm,
  hands: Hands = handsAside,
): Promise<void> {
  const running = findBoxJob(db, id)
  if (running && running.stage !== 'failed' && running.stage !== 'done') return
  await requireOpenable(db, by, id)
  const { first_witness, second_witness } = form
  if (sameName(first_witness, second_witness)) throw new Conflict('box_needs_two', {}, 'second_witness')
  const key = await findBoxKey(db, id)
  if (!key) throw new Conflict('box_key_missing')
  const opener = await hands.unlock(key, form.slips)
  const job: BoxJob = { stage: 'opening', done: 0, of: 0 }
  remember(db, id, job)
  const openedBy = `${first_witness} og ${second_witness}`
  const work = run(db, by, id, { opener, openedBy }, job).catch((error: unknown) => {
    Object.assign(job, { stage: 'failed', fault: error })
  })
  await shortly(inBackground(db, work))
  const fault = job.fault
  if (!(fault instanceof Refused)) return
  forgetBoxJob(db, id)
  throw fault
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
  { opener, openedBy }: { opener: Opener; openedBy: string },
  job: BoxJob,
): Promise<void> {
  const onProgress = (done: number, of: number) => {
    Object.assign(job, { done, of, stage: done === of ? 'storing' : 'opening' })
  }
  try {
    await openBox(db, by, id, { opener, openedBy, onProgress })
  } finally {
    opener.end()
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

function sameName(a: string, b: string): boolean {
  const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()
  return plain(a) === plain(b)
}
