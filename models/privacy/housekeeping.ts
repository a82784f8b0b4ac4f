import type { By } from '../core/audit.ts'
import { addDays, type Instant } from '../core/dates.ts'
import { isTaken, type Db } from '../core/db.ts'
import { sweepOut } from '../core/sweeping.ts'
import type { HousekeepingRunId } from '../core/ids.ts'
import { eraseRollByRule } from '../elections/roll/erasure.ts'
import { Conflict } from '../core/errors.ts'
import { insertOne } from '../core/insert.ts'
import { recordFrom } from '../core/records.ts'
import type { Retention } from '../rules/privacy/retention.ts'
import type { HousekeepingRunRow } from './tables.ts'
import { eraseAccount } from './accounts.ts'
import { eraseApplications } from './applications.ts'
import { type ErasableId, listDue, RETENTION_RULES, type RetentionRule } from './due.ts'
import type { Words } from './erasing.ts'
import { eraseBodyContact, eraseDraft } from './leftovers.ts'
import { eraseByRule } from './people.ts'
import { tablesToSweep } from './personal_data/personal_data.ts'

/** A longer run was lost with its process. What it did is done, and the next run goes on. */
const GIVEN_UP_MS = 30 * 60_000

/** Rounds are remembered this long; what they erased stays in the log. */
const REMEMBERED_DAYS = 400

export type Counts = Record<RetentionRule, number>

export interface Settings extends Words {
  retention: Retention
}

/** Returns undefined when done today or under way elsewhere. Records and throws errors; the next try goes on. */
export async function keepHouseDaily(db: Db, by: By, settings: Settings): Promise<Counts | undefined> {
  const day = by.clock.today()
  const done = await db('housekeeping_runs').where({ day, daily: 1 }).whereIn('state', ['running', 'done'])
  const stuck = done.some(({ state, started_at }) => state === 'running' && isOld(started_at, by.clock.now()))
  if (done.length > 0 && !stuck) return undefined
  try {
    return await keepHouse(db, by, { ...settings, daily: true })
  } catch (error) {
    if (error instanceof Conflict) return undefined
    throw error
  }
}

/** Each erasure is its own act, so that nothing is half erased. Throws Conflict while another round is under way. */
export async function keepHouse(
  db: Db,
  by: By,
  { daily = false, ...settings }: Settings & { daily?: boolean },
): Promise<Counts> {
  await db('housekeeping_runs').where('day', '<', addDays(by.clock.today(), -REMEMBERED_DAYS)).delete()
  const run = await claim(db, by, daily)
  const counts = recordFrom(RETENTION_RULES, () => 0)
  try {
    await eraseDue(db, by, settings, counts)
    await finish(db, run, 'done', counts)
    return counts
  } catch (error) {
    await finish(db, run, 'failed', counts)
    throw error
  }
}

async function claim(db: Db, by: By, daily: boolean): Promise<HousekeepingRunId> {
  const started_at = by.clock.now()
  const running = await db('housekeeping_runs').where({ state: 'running' })
  for (const { id } of running.filter((run) => isOld(run.started_at, started_at)))
    await db('housekeeping_runs').where({ id, state: 'running' }).update({ state: 'lost' })
  try {
    const row = { day: by.clock.today(), started_by: by.name, started_at, erased: '{}' }
    return await insertOne(db, 'housekeeping_runs', { ...row, daily: daily ? 1 : 0, state: 'running' })
  } catch (error) {
    throw isTaken(error) ? new Conflict('housekeeping_running') : error
  }
}

function isOld(startedAt: Instant, now: Instant): boolean {
  return Date.parse(now) - Date.parse(startedAt) > GIVEN_UP_MS
}

async function finish(
  db: Db,
  id: HousekeepingRunId,
  state: 'done' | 'failed',
  counts: Counts,
): Promise<void> {
  await db('housekeeping_runs')
    .where({ id })
    .update({ state, erased: JSON.stringify(counts) })
}

/** Rule by rule: an application that goes may let the person go in the same round. */
async function eraseDue(db: Db, by: By, settings: Settings, counts: Counts): Promise<void> {
  const today = by.clock.today()
  const { retention } = settings
  for (const rule of RETENTION_RULES) {
    const due = (await listDue(db, rule, { today, retention })).filter(({ from }) => from <= today)
    for (const { id } of due) if (await eraseOne(db, by, rule, id, settings)) counts[rule] += 1
    if (counts[rule] > 0) await sweepOut(db, tablesToSweep(rule))
  }
}

/** Returns false when another process was first. */
async function eraseOne<Rule extends RetentionRule>(
  db: Db,
  by: By,
  rule: Rule,
  id: ErasableId[Rule],
  settings: Settings,
): Promise<boolean> {
  try {
    await ERASERS[rule](db, by, id, settings)
    return true
  } catch (error) {
    if (error instanceof Conflict) return false
    throw error
  }
}

type Eraser<Rule extends RetentionRule> = (
  db: Db,
  by: By,
  id: ErasableId[Rule],
  settings: Settings,
) => Promise<unknown>

const ERASERS: { [Rule in RetentionRule]: Eraser<Rule> } = {
  rolls: eraseRollByRule,
  applications: (db, by, id, { nobody }) => eraseApplications(db, by, id, nobody),
  accounts: eraseAccount,
  people: eraseByRule,
  contacts: eraseBodyContact,
  drafts: eraseDraft,
}

export interface Round extends Omit<HousekeepingRunRow, 'erased'> {
  erased: Partial<Counts>
}

/** Newest first. */
export async function listRounds(db: Db, limit: number): Promise<Round[]> {
  const rows = await db('housekeeping_runs').orderBy('id', 'desc').limit(limit)
  return rows.map(({ erased, ...row }) => ({ ...row, erased: JSON.parse(erased) as Partial<Counts> }))
}
