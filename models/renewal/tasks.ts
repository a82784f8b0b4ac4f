import type { SignedIn } from '../accounts/accounts.ts'
import { canOf } from '../accounts/permissions.ts'
import { addDays, later, type IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { NO_ID, type TermId } from '../core/ids.ts'
import { DISCUSSION_BEFORE } from '../rules/renewal/renewal.ts'
import { yearsOf } from '../rules/core/spans.ts'
import type { Task } from '../core/tasks.ts'
import type { BoardLine } from './board.ts'
import { type Lasting, lastingRenewals } from './lasting.ts'
import { unsentTo } from './nominations/unsent.ts'
import { listTermsToRenew } from './renewal.ts'

/** A month before the first discussion is soon enough. */
const AHEAD = DISCUSSION_BEFORE + 30
/** A month ahead there is time to plan an election, or to write to the organisations. */
const SOON = 30

export async function listRenewalTasks(db: Db, user: SignedIn, today: IsoDate): Promise<Task[]> {
  if (!canOf(user)['renewal.write']) return []
  const begun = await db('memberships').first('id')
  const tasks = begun ? await startTasks(db, today) : []
  for (const lasting of await lastingRenewals(db, today)) tasks.push(...tasksIn(lasting, today))
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

function tasksIn({ renewal, board }: Lasting, today: IsoDate): Task[] {
  const { term, days, discussion } = renewal
  const years = yearsOf(term)
  const mine = { waitsFor: 'me', at: { room: 'renewal', years } } as const
  const about = { term: years.replace('-', '–'), start: term.starts_on }
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
  const begins = (['plan', 'letters'] as const).flatMap((what): Task[] => {
    const due = what === 'plan' ? days.call : days.letters
    const count = board.lines.filter((line) => waitsToBegin(line, what)).length
    if (count === 0 || today < addDays(due, -SOON)) return []
    const at = { room: 'renewalPlan', years } as const
    return [{ kind: `renewal_${what}`, params: { ...about, count, on: due }, due, waitsFor: 'me', at }]
  })
  const unsent = board.lines.reduce(
    (sum, { nomination }) => sum + (nomination ? unsentTo(nomination).length : 0),
    0,
  )
  if (unsent > 0) {
    const at = { room: 'renewalLetters', years } as const
    const params = { ...about, count: unsent }
    begins.push({ kind: 'renewal_send', params, due: later(today, days.letters), waitsFor: 'me', at })
  }
  const late = board.lines.flatMap(({ steps }) => steps.filter(({ daysLate }) => daysLate > 0))
  if (late.length === 0) return [...talk, ...begins]
  const most = Math.max(...late.map(({ daysLate }) => daysLate))
  const params = { ...about, count: late.length }
  const kind = today < term.starts_on ? 'renewal_late' : 'renewal_late_begun'
  return [...talk, ...begins, { kind, params, due: addDays(today, -most), ...mine }]
}

/** A place without an election, or organisations that nobody has asked, while there is time. */
function waitsToBegin({ steps, electionId }: BoardLine, what: 'plan' | 'letters'): boolean {
  const step = steps.find(({ state }) => state === 'current')
  return (
    electionId === undefined && step?.kind === (what === 'plan' ? 'call' : 'letter') && step.daysLate === 0
  )
}
