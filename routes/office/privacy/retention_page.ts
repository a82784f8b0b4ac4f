import type { Request } from 'express'
import { addDays, type IsoDate } from '../../../models/core/dates.ts'
import { listDue, RETENTION_RULES, type Due, type RetentionRule } from '../../../models/privacy/due.ts'
import { countsOf, listRuns } from '../../../models/privacy/housekeeping.ts'
import { listDuePeople } from '../../../models/privacy/due_people.ts'
import type { Retention } from '../../../models/rules/privacy/retention.ts'
import type { HousekeepingRunRow } from '../../../models/privacy/tables.ts'
import { userOf } from '../../web/access.ts'
import { canOf } from '../../../models/accounts/permissions.ts'
import { keptFor, retentionOf } from './kept_for.ts'
import { paths } from '../../../views/paths.ts'

/** How far ahead people are named who will be erased. */
const SOON_DAYS = 60
const RUNS = 10

/** office/privacy/retention. */
export interface RetentionPage {
  rules: {
    rule: RetentionRule
    /** How long it is kept, in words. */
    kept: string
    /** What has been kept its time and goes at the next round. */
    due: number
    /** The first day on which something goes after today; null where nothing waits. */
    next: IsoDate | null
  }[]
  /** Who will be erased soon; null for those who may not read the register. */
  soon: { name: string; href: string; scope: 'contact' | 'all'; from: IsoDate }[] | null
  runs: { day: IsoDate; by: string; state: HousekeepingRunRow['state']; erased: string[] }[]
  today: IsoDate
  /** Whether anything waits for the next round. */
  anyDue: boolean
  action: string
}

export async function retentionPage(req: Request): Promise<RetentionPage> {
  const today = req.clock.today()
  const known = { today, retention: retentionOf(req) }
  const rules: RetentionPage['rules'] = []
  for (const rule of RETENTION_RULES) rules.push(ruleLine(req, rule, await listDue(req.db, rule, known)))
  return {
    rules,
    soon: canOf(userOf(req))['register.read'] ? await soonOf(req, known) : null,
    runs: (await listRuns(req.db, RUNS)).map((run) => runLine(req, run)),
    today,
    anyDue: rules.some(({ due }) => due > 0),
    action: paths.housekeeping,
  }
}

function ruleLine(
  req: Request,
  rule: RetentionRule,
  waiting: readonly Due[],
): RetentionPage['rules'][number] {
  const today = req.clock.today()
  const later = waiting.filter(({ from }) => from > today)
  return {
    rule,
    kept: keptFor(req, rule),
    due: waiting.length - later.length,
    next: later[0]?.from ?? null,
  }
}

async function soonOf(
  req: Request,
  known: { today: IsoDate; retention: Retention },
): Promise<NonNullable<RetentionPage['soon']>> {
  const until = addDays(known.today, SOON_DAYS)
  const due = (await listDuePeople(req.db, known)).filter(({ from }) => from <= until)
  const { compare } = new Intl.Collator('da')
  return due
    .sort((a, b) => (a.from === b.from ? compare(a.name, b.name) || a.id - b.id : a.from < b.from ? -1 : 1))
    .map(({ id, name, scope, from }) => ({ name, scope, from, href: paths.person(id) }))
}

function runLine(req: Request, run: HousekeepingRunRow): RetentionPage['runs'][number] {
  const counts = countsOf(run)
  const erased = RETENTION_RULES.flatMap((rule) => {
    const count = counts[rule] ?? 0
    return count > 0 ? [req.t(`retention.erased.${rule}`, { count })] : []
  })
  return { day: run.day, by: run.started_by, state: run.state, erased }
}
