import type { SignedIn } from '../accounts/accounts.ts'
import { canOf } from '../accounts/permissions.ts'
import { addDays, type IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { Task } from '../core/tasks.ts'
import { findTermOn } from '../council/terms.ts'
import { listElections, type Election } from '../elections/elections.ts'
import { listSittingsOf, type Sitting } from '../elections/planning/sittings.ts'
import { hasPart } from '../elections/reach.ts'
import { listComingMeetings } from '../meetings/meetings.ts'
import { lastingRenewals, nextLine } from '../renewal/lasting.ts'
import { facts } from '../rules/elections/state.ts'
import { yearsOf } from '../rules/core/spans.ts'

/** What will happen on a day that is known, though nobody has to do anything yet. */
export interface Coming extends Pick<Task, 'kind' | 'params'> {
  on: IsoDate
  /** Undefined where the reader can see no more of it. */
  at: Task['at'] | undefined
}

const MOST = 6

/** The nearest day first. Never empty while the council has a term. */
export async function listComing(db: Db, user: SignedIn, today: IsoDate): Promise<Coming[]> {
  const can = canOf(user)
  const coming = [
    ...(can['elections.read'] ? await comingElections(db, user, today) : []),
    ...(can['meetings.read'] ? await comingMeetings(db, today) : []),
    ...(can['renewal.read'] ? await comingRenewals(db, today) : []),
    ...(await endOfTerm(db, today, can['renewal.write'])),
  ]
  return coming.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).slice(0, MOST)
}

async function comingElections(db: Db, user: SignedIn, today: IsoDate): Promise<Coming[]> {
  const elections = (await listElections(db, user)).filter(({ status }) => facts(status).awaits !== 'nothing')
  const sittings = await listSittingsOf(db, elections)
  return elections.flatMap((election) => {
    const days = daysOf(election, sittings.get(election.id) ?? [], hasPart(user, 'run'))
    return days.filter(({ on }) => on >= today)
  })
}

/** Those who run the election have the last day of candidates among their tasks. */
function daysOf(election: Election, sittings: readonly Sitting[], runs: boolean): Coming[] {
  const { id, area_name: area, candidates_by, complaints_until, status } = election
  const at = { room: 'election', id } as const
  const polling = sittings.map(({ held_on, opens_at, closes_at, place }): Coming => {
    const params = { area, on: held_on, opens: opens_at, closes: closes_at, place }
    return { kind: 'polling', params, on: held_on, at: { room: 'readiness', id } }
  })
  switch (facts(status).awaits) {
    case 'call':
      return [{ kind: 'call', params: { area, on: candidates_by }, on: candidates_by, at }, ...polling]
    case 'candidates': {
      const last: Coming = { kind: 'candidates', params: { area, on: candidates_by }, on: candidates_by, at }
      return [...(runs ? [] : [last]), ...polling]
    }
    case 'opening':
      return polling
    case 'complaints': {
      const on = addDays(complaints_until, 1)
      return [{ kind: 'final', params: { area, on: complaints_until }, on, at }]
    }
    default:
      return []
  }
}

async function comingMeetings(db: Db, today: IsoDate): Promise<Coming[]> {
  const [next] = await listComingMeetings(db, today)
  if (!next) return []
  const { id, title, held_on, starts_at, place } = next
  const params = { title, on: held_on, time: starts_at, place }
  return [{ kind: 'meeting', params, on: held_on, at: { room: 'meeting', id } }]
}

async function comingRenewals(db: Db, today: IsoDate): Promise<Coming[]> {
  return (await lastingRenewals(db, today)).flatMap((lasting) => {
    const line = nextLine(lasting, today)
    if (!line) return []
    const years = yearsOf(lasting.renewal.term)
    const params = { on: line.on, term: years.replace('-', '–') }
    return [{ kind: `renewal_${line.kind}`, params, on: line.on, at: { room: 'renewal', years } }]
  })
}

async function endOfTerm(db: Db, today: IsoDate, plans: boolean): Promise<Coming[]> {
  const term = await findTermOn(db, today)
  if (!term) return []
  const params = { on: term.ends_on, term: yearsOf(term).replace('-', '–') }
  return [{ kind: 'term_end', params, on: term.ends_on, at: plans ? { room: 'renewals' } : undefined }]
}
