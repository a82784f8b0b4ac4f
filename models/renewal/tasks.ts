import type { SignedIn } from '../accounts/accounts.ts'
import { canOf } from '../accounts/permissions.ts'
import { addDays, type IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { NO_ID, type TermId } from '../core/ids.ts'
import { DISCUSSION_BEFORE } from '../rules/renewal/renewal.ts'
import { yearsOf } from '../rules/core/spans.ts'
import type { Task } from '../core/tasks.ts'
import { listRenewals, listTermsToRenew, type Renewal } from './renewal.ts'
import { renewalBoard } from './board.ts'

/** A month before the first discussion is soon enough. */
const AHEAD = DISCUSSION_BEFORE + 30
/** Half a year into its term, an unfinished renewal is history and not a task. */
const OVER = 180

export async function listRenewalTasks(db: Db, user: SignedIn, today: IsoDate): Promise<Task[]> {
  if (!canOf(user)['renewal.write']) return []
  const begun = await db('memberships').first('id')
  const tasks = begun ? await startTasks(db, today) : []
  for (const renewal of await listRenewals(db)) {
    if (today <= addDays(renewal.term.starts_on, OVER)) tasks.push(...(await tasksIn(db, renewal, today)))
  }
  return tasks
}

async function startTasks(db: Db, today: IsoDate): Promise<Task[]> {
  const terms = await listTermsToRenew(db, today)
  // A council that has begun without a timetable is not asked to make one.
  const underWay = new Set([
    ...(await db('elections').distinct().pluck<TermId[]>('term_id')),
    ...(await db('nominations').distinct().pluck<TermId[]>('term_id')),
  ])
  const soon = terms.filter(
    ({ id, starts_on, municipal_election_on }) =>
      today < starts_on && addDays(municipal_election_on, -AHEAD) <= today && !underWay.has(id ?? NO_ID),
  )
  return soon.map((term) => ({
    kind: term.own ? 'renewal_start_own' : 'renewal_start',
    params: {
      start: term.starts_on,
      term: yearsOf(term).replace('-', '–'),
      election: term.municipal_election_on,
    },
    due: addDays(term.municipal_election_on, -DISCUSSION_BEFORE),
    waitsFor: 'me',
    at: { room: 'renewals' },
  }))
}

async function tasksIn(db: Db, renewal: Renewal, today: IsoDate): Promise<Task[]> {
  const { term, days, discussion } = renewal
  const at = { room: 'renewal', years: yearsOf(term) } as const
  const mine = { waitsFor: 'me', at } as const
  const talk: Task[] =
    discussion || days.call < today
      ? []
      : [
          {
            kind: 'renewal_discussion',
            params: { on: days.initial_discussion },
            due: days.initial_discussion,
            ...mine,
          },
        ]
  const { lines } = await renewalBoard(db, renewal, today)
  const late = lines.flatMap(({ steps }) => steps.filter(({ daysLate }) => daysLate > 0))
  if (late.length === 0) return talk
  const most = Math.max(...late.map(({ daysLate }) => daysLate))
  const params = { count: late.length, term: yearsOf(term).replace('-', '–'), start: term.starts_on }
  return [...talk, { kind: 'renewal_late', params, due: addDays(today, -most), ...mine }]
}
