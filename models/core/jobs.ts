import { setTimeout as wait } from 'node:timers/promises'
import type { Db } from './db.ts'

/** A page waits so long for a job that may be short, before it says that the job is under way. */
const SHORT_MS = 1500

const running = new WeakMap<Db, Set<Promise<unknown>>>()

/**
 * Keeps a job that may go on after its request has been answered, so that the server's end and the tests can wait for it.
 * Returns the same promise. The caller handles its faults.
 */
export function inBackground<T>(db: Db, job: Promise<T>): Promise<T> {
  const jobs = running.get(db) ?? new Set()
  running.set(db, jobs)
  jobs.add(job)
  const forget = () => jobs.delete(job)
  job.then(forget, forget)
  return job
}

/** Waits until the job has ended, or for a short while. */
export async function shortly(job: Promise<unknown>): Promise<void> {
  await Promise.race([job, wait(SHORT_MS, undefined, { ref: false })])
}

/** Waits until no job is under way on this database in this process, those included that another job begins. */
export async function settled(db: Db): Promise<void> {
  for (let jobs = running.get(db); jobs && jobs.size > 0;) await Promise.allSettled(jobs)
}
