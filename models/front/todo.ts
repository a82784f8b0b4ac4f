import type { SignedIn } from '../accounts/accounts.ts'
import { allows } from '../accounts/permissions.ts'
import type { Role } from '../accounts/tables.ts'
import { listAccountTasks } from '../accounts/tasks.ts'
import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { listElectionTasks } from '../elections/tasks.ts'
import { listMeetingTasks } from '../meetings/tasks.ts'
import { listNominationTasks } from '../renewal/nominations/tasks.ts'
import { rosterOn } from '../council/roster.ts'
import { latestStatutes } from '../statutes/versions.ts'
import { listRenewalTasks } from '../renewal/tasks.ts'
import { type Coming, listComing } from './coming.ts'
import { listRegisterTasks } from './council_tasks.ts'
import { assumedRules } from '../statutes/document.ts'
import type { Task } from '../core/tasks.ts'

export interface Todo {
  /** The nearest day first, tasks without a day last. */
  mine: Task[]
  waiting: Task[]
  /** What will happen on a day that is known. */
  coming: Coming[]
  /** Who plans the next election: the reader, or the secretary. */
  plans: boolean
  seats: { all: number; filled: number; vacant: string[] }
  /** Undefined once the council has had its first member. */
  beginning: FirstStep[] | undefined
}

export type FirstStepKind =
  | 'invite_secretary'
  | 'invite_others'
  | 'confirm_rules'
  | 'register_members'
  | 'plan_elections'
  | 'ask_organisations'

export interface FirstStep {
  kind: FirstStepKind
  done: boolean
}

export async function whatToDo(db: Db, user: SignedIn, today: IsoDate): Promise<Todo> {
  const tasks = [
    ...(await listMeetingTasks(db, user, today)),
    ...(await listElectionTasks(db, user, today)),
    ...(await listNominationTasks(db, user, today)),
    ...(await listRenewalTasks(db, user, today)),
    ...(await listRegisterTasks(db, user, today)),
    ...(await listAccountTasks(db, user)),
  ].sort(byDay)
  const roster = await rosterOn(db, today)
  const vacant = roster.filter(({ member }) => !member).map(({ seat }) => seat.label)
  const begun = roster.some(({ member, vacancy }) => member !== undefined || vacancy?.neverFilled === false)
  return {
    mine: tasks.filter(({ waitsFor }) => waitsFor === 'me'),
    waiting: tasks.filter(({ waitsFor }) => waitsFor === 'others'),
    coming: await listComing(db, user, today),
    plans: allows(user.role, 'elections.plan'),
    seats: { all: roster.length, filled: roster.length - vacant.length, vacant },
    beginning: begun ? undefined : await firstSteps(db, user),
  }
}

function byDay(a: Task, b: Task): number {
  if (a.due === b.due) return 0
  return (a.due ?? LAST) < (b.due ?? LAST) ? -1 : 1
}

/** Sorts after every day. */
const LAST = '9999'

async function firstSteps(db: Db, user: SignedIn): Promise<FirstStep[]> {
  if (allows(user.role, 'accounts.manage')) {
    const roles = await db('accounts').whereNull('closed_on').pluck('role')
    const runsOnly = (role: Role) => allows(role, 'elections.run') && !allows(role, 'elections.plan')
    return [
      { kind: 'invite_secretary', done: roles.some((role) => allows(role, 'register.write')) },
      { kind: 'invite_others', done: roles.some(runsOnly) },
    ]
  }
  if (!allows(user.role, 'register.write')) return []
  return [
    { kind: 'confirm_rules', done: assumedRules((await latestStatutes(db)).statutes).length === 0 },
    { kind: 'plan_elections', done: (await db('elections').first('id')) !== undefined },
    { kind: 'ask_organisations', done: (await db('nominations').first('id')) !== undefined },
    { kind: 'register_members', done: false },
  ]
}
