import { setTimeout as wait } from 'node:timers/promises'
import type { Db } from './db.ts'

/** A page waits this long for a job before it says that the job is under way. */
let shortMs = 1500

/** Tests wait for the job, or not at all: what they see must not depend on how fast the machine is. */
export function waitAtMost(ms: number): void {
  shortMs = ms
}

const running = new WeakMap<Db, Set<Promise<unknown>>>()

/** Lets a job outlive its request: the server's end and the tests wait for it. The caller handles its errors. */
export function inBackground<T>(db: Db, job: Promise<T>): Promise<T> {
  const jobs = running.get(db) ?? new Set()
  running.set(db, jobs)
  jobs.add(job)
  const forget = () => jobs.delete(job)
  job.then(forget, forget)
  return job
}

export async function shortly(job: Promise<unknown>): Promise<void> {
  await Promise.race([job, wait(shortMs, undefined, { ref: false })])
}

/** Waits for all jobs on this database in this process, also for those that another job begins. */
export async function settled(db: Db): Promise<void> {
  for (let jobs = running.get(db); jobs && jobs.size > 0;) await Promise.allSettled(jobs)
}
