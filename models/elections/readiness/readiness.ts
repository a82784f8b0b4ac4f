import type { Clock } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import { facts } from '../../rules/elections/state.ts'
import { type ReadinessFacts, type SystemLine, systemLines } from '../../rules/elections/readiness/lines.ts'
import { findKeyAndTrial } from '../box/keys.ts'
import { listTablets } from '../booth/reports.ts'
import { listStanding } from '../candidates/candidates.ts'
import type { Election } from '../elections.ts'
import { hasBooth, hasPaper } from '../means.ts'
import { printedCopies } from '../polling/prints.ts'
import { listVoidPapers } from '../polling/void_papers.ts'
import { countRoll } from '../roll/roll.ts'
import { diskOf, hoursSinceBackup } from './machine.ts'
import { listTicks, type TickList } from './ticks.ts'

export interface Readiness {
  /** What the program sees by itself. */
  lines: SystemLine[]
  ticks: TickList[]
}

/** `backupStamp`: the file that tells when a copy was last done; null when no such file is named. */
export async function readinessOf(
  db: Db,
  election: Election,
  { clock, backupStamp }: { clock: Clock; backupStamp: string | null },
): Promise<Readiness> {
  const now = Date.parse(clock.now())
  const seen = {
    ...(await seenOf(db, election, clock)),
    disk: await diskOf(db),
    backup: hoursSinceBackup(backupStamp, now),
  }
  return { lines: systemLines(seen), ticks: await listTicks(db, election) }
}

async function seenOf(
  db: Db,
  election: Election,
  clock: Clock,
): Promise<Omit<ReadinessFacts, 'disk' | 'backup'>> {
  const { id, means, roll_kind: kind } = election
  const paper = hasPaper(election)
  const { entries } = await countRoll(db, id)
  return {
    means,
    listed: facts(election.status).listed ? (await listStanding(db, id)).length : null,
    roll: { kind, entries },
    printed: paper ? await printedCopies(db, election) : 0,
    oldPapers: paper ? await oldPapers(db, election) : 0,
    key: await keyOf(db, election),
    tablets: hasBooth(election) ? await listTablets(db, id, clock) : [],
  }
}

async function oldPapers(db: Db, election: Election): Promise<number> {
  const uncounted = (await listVoidPapers(db, election)).filter(({ account }) => account === null)
  return uncounted.reduce((sum, { printed }) => sum + printed, 0)
}

async function keyOf(db: Db, election: Election): Promise<ReadinessFacts['key']> {
  const key = hasBooth(election) ? await findKeyAndTrial(db, election.id) : undefined
  if (!key) return 'missing'
  return key.tried ? 'tried' : 'made'
}
