import type { By } from '../../core/audit.ts'
import type { Instant } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { ImportId } from '../../core/ids.ts'
import { Conflict, Refused, type Params, type Reason } from '../../core/errors.ts'
import { inBackground } from '../../core/jobs.ts'
import { findJob, getImport } from './imports.ts'
import { follow, type Progress } from './progress.ts'
import { canReportMeanwhile, storeImport, type StoringForm, type Words } from './storing.ts'

/** A job older than this was lost with its process: its transaction never ended. */
const GIVEN_UP_MS = 5 * 60_000

/** `lost`: the job stopped without a word, and nothing is stored. */
export interface JobState {
  state: 'running' | 'failed' | 'done' | 'lost'
  done: number
  total: number
  failure: { reason: Reason; params: Params } | null
}

/** Returns undefined when storing has not begun. The import's own state outranks the job's. */
export async function findJobState(db: Db, id: ImportId, now: Instant): Promise<JobState | undefined> {
  const job = await findJob(db, id)
  if (!job) return undefined
  const { state: imported } = await getImport(db, id)
  const { done, total } = job
  const failure = job.failure === null ? null : (JSON.parse(job.failure) as JobState['failure'])
  if (imported !== 'draft') return { state: 'done', done: total, total, failure: null }
  const lost = job.state === 'running' && isOld(job.started_at, now)
  return { state: lost ? 'lost' : job.state, done, total, failure }
}

function isOld(startedAt: string, now: Instant): boolean {
  return Date.parse(now) - Date.parse(startedAt) > GIVEN_UP_MS
}

/** One job a draft. `ended` never rejects for what people can mend: the job tells. `key` asks for progress. */
export async function beginStoring(
  db: Db,
  by: By,
  id: ImportId,
  options: StoringForm & Words & { total: number },
): Promise<{ ended: Promise<void>; key: string }> {
  await claim(db, by, id, options.total)
  const { key, progress } = follow(db, options.total)
  return { ended: inBackground(db, store(db, by, id, options, progress)), key }
}

async function claim(db: Db, by: By, id: ImportId, total: number): Promise<void> {
  const { state } = await getImport(db, id)
  if (state !== 'draft') throw new Conflict('import_not_draft')
  const now = by.clock.now()
  const before = await findJobState(db, id, now)
  if (before?.state === 'running') throw new Conflict('import_running')
  const fresh = { state: 'running' as const, done: 0, total, started_at: now, failure: null }
  const seen = await findJob(db, id)
  const claimed = seen
    ? await db('import_jobs')
        .where({ import_id: id, state: seen.state, started_at: seen.started_at })
        .update(fresh)
    : await db('import_jobs')
        .insert({ import_id: id, ...fresh })
        .onConflict('import_id')
        .ignore()
        .returning('import_id')
        .then((made) => made.length)
  if (claimed !== 1) throw new Conflict('import_running')
}

async function store(
  db: Db,
  by: By,
  id: ImportId,
  options: StoringForm & Words,
  progress: Progress,
): Promise<void> {
  const report = async (done: number) => {
    progress.done = done
    if (canReportMeanwhile(db)) await db('import_jobs').where({ import_id: id }).update({ done })
  }
  try {
    await storeImport(db, by, id, { ...options, report })
    await db('import_jobs').where({ import_id: id }).update({ state: 'done', done: progress.total })
    progress.done = progress.total
    progress.state = 'done'
  } catch (error) {
    const failure =
      error instanceof Refused
        ? { reason: error.reason, params: error.params }
        : { reason: 'import_stopped' as const, params: {} }
    await db('import_jobs')
      .where({ import_id: id })
      .update({ state: 'failed', failure: JSON.stringify(failure) })
    progress.state = 'failed'
    if (!(error instanceof Refused)) throw error
  }
}
