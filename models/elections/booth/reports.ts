import type { Clock } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { facts } from '../../rules/elections/state.ts'
import type { TabletFacts } from '../../rules/elections/readiness/lines.ts'
import { electionStatus } from '../elections.ts'
import { listBooths } from './booths.ts'
import type { BoothReportRow, BoothRow } from './tables.ts'

/** What a tablet tells of itself; nothing without a script. */
export interface BoothReport {
  /** The tablet's clock, in milliseconds. */
  clock?: number | undefined
  battery?: number | undefined
  charging?: boolean | undefined
}

/** A tablet without a script asks for its page every three seconds. */
const AGAIN_AFTER_MS = 30_000
/** A clock that is further off is not counted exactly: ten years. */
const MOST_OFF = 315_360_000

type Booth = Pick<BoothRow, 'id' | 'election_id'>

/**
 * Keeps that the tablet answered. Only before polling: while people vote nothing is written down about a tablet but its
 * sums, so that nothing tells when anybody voted.
 */
export async function noteAnswer(
  db: Db,
  booth: Booth,
  clock: Clock,
  report: BoothReport = {},
): Promise<void> {
  if (!(await isBeforePolling(db, booth))) return
  const now = Date.parse(clock.now())
  const known = await db('booth_reports').where({ booth_id: booth.id }).first()
  const says = report.clock !== undefined
  if (known && !says && now - Date.parse(known.answered_at) < AGAIN_AFTER_MS) return
  const told: Partial<BoothReportRow> = says
    ? {
        clock_off: clockOff(report.clock ?? now, now),
        battery: report.battery ?? null,
        charging: report.battery === undefined ? null : report.charging === true ? 1 : 0,
      }
    : {}
  await keep(db, booth, { answered_at: clock.now(), ...told })
}

function clockOff(tablet: number, server: number): number {
  return Math.max(-MOST_OFF, Math.min(MOST_OFF, Math.round((tablet - server) / 1000)))
}

/** Somebody has gone through the trial on the tablet and said that it works. */
export async function noteTrial(db: Db, booth: Booth, clock: Clock): Promise<void> {
  if (!(await isBeforePolling(db, booth))) return
  await keep(db, booth, { answered_at: clock.now(), tried_on: clock.today() })
}

async function keep(
  db: Db,
  { id }: Booth,
  told: Pick<BoothReportRow, 'answered_at'> & Partial<BoothReportRow>,
): Promise<void> {
  await db('booth_reports')
    .insert({ booth_id: id, ...told })
    .onConflict('booth_id')
    .merge(told)
}

async function isBeforePolling(db: Db, { election_id }: Booth): Promise<boolean> {
  const status = await electionStatus(db, election_id)
  return status !== undefined && facts(status).beforePolling
}

const HOUR_MS = 3_600_000

/** The tablets that are paired now, with what each has told. */
export async function listTablets(db: Db, electionId: ElectionId, clock: Clock): Promise<TabletFacts[]> {
  const booths = await listBooths(db, electionId)
  const ids = booths.map(({ id }) => id)
  const reports = await db('booth_reports').whereIn('booth_id', ids)
  const now = Date.parse(clock.now())
  return booths.map(({ id, number }) => {
    const report = reports.find(({ booth_id }) => booth_id === id)
    return {
      number,
      hoursSilent: report ? Math.max(0, (now - Date.parse(report.answered_at)) / HOUR_MS) : null,
      clockOff: report?.clock_off ?? null,
      battery: report?.battery ?? null,
      charging: report?.charging === 1,
      tried: (report?.tried_on ?? null) !== null,
    }
  })
}
