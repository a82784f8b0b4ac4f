import type { SignedIn } from '../accounts/accounts.ts'
import { addDays, type IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { Task } from '../core/tasks.ts'
import { listBoard, sitsOn } from './board.ts'
import { type Election, listElections } from './elections.ts'
import { nextStep, type NextStep, type StepKind } from './next_step.ts'
import { DUTY_OF_STEP } from './step_duties.ts'
import { hasPart } from './reach.ts'
import { facts } from '../rules/elections/state.ts'
import { listSlipTasks } from './box/custody/tasks.ts'
import { listChoreTasks } from './readiness/tasks.ts'
import { listIncidentTasks } from './incidents/tasks.ts'
import { listInvestigationTasks } from './investigation/tasks.ts'
import { listLotTasks } from './result/tasks.ts'
import { whoMay } from './who_may.ts'

/** These steps ask for nothing before their day comes. */
const NO_TASK: readonly StepKind[] = ['wait_for_polling', 'complaints']

/** Tasks wait for the user, or for another when the user runs elections or has done a share. */
export async function listElectionTasks(db: Db, user: SignedIn, today: IsoDate): Promise<Task[]> {
  const all = await listElections(db, user)
  const elections = all.filter(({ status }) => facts(status).awaits !== 'nothing')
  const tasks: Task[] = []
  for (const election of elections) {
    const step = await nextStep(db, election, user, today)
    if (step) tasks.push(...(await taskOf(db, { election, step, user })))
  }
  return [
    ...(await listIncidentTasks(db, user, elections)),
    ...(await listLotTasks(db, user, elections)),
    ...(await listInvestigationTasks(db, user, elections)),
    ...(await listSlipTasks(db, user, elections)),
    ...tasks,
    ...(await listChoreTasks(db, user, all, today)),
    ...(await listRollTasks(db, user)),
  ]
}

async function taskOf(
  db: Db,
  { election, step, user }: { election: Election; step: NextStep; user: SignedIn },
): Promise<Task[]> {
  if (NO_TASK.includes(step.kind)) return []
  if (!step.expected && !step.waits && !(await isTold(db, election, user))) return []
  const { id, area_name, polling_on, candidates_by, complaints_until } = election
  const params = { area: area_name, polling_on, candidates_by, complaints_until, count: step.candidates }
  const waitsFor = step.expected ? 'me' : 'others'
  // A user who can take the step all the same is led there; any other sees how the election stands.
  const room = step.mine ? step.room : 'election'
  const duty = waitsFor === 'others' ? DUTY_OF_STEP[step.kind] : null
  const who = duty && { who: await whoMay(db, election, duty, user) }
  return [{ kind: `election_${step.kind}`, params, due: step.due, waitsFor, at: { room, id }, ...who }]
}

/** Those who run the election are told how it stands, and from the polling day on the board, who will be asked for. */
async function isTold(db: Db, election: Election, user: SignedIn): Promise<boolean> {
  if (hasPart(user, 'run')) return true
  return !facts(election.status).beforePolling && sitsOn(await listBoard(db, election.id), user)
}

/** The rolls that tell who has voted in elections that are over, to be erased. */
async function listRollTasks(db: Db, user: SignedIn): Promise<Task[]> {
  if (!hasPart(user, 'run')) return []
  const over = (await listElections(db, user)).filter(({ status }) => facts(status).over)
  const ids = over.map(({ id }) => id)
  const kept = await db('roll_entries')
    .whereIn('election_id', ids)
    .distinct('election_id')
    .pluck('election_id')
  return over
    .filter(({ id }) => kept.includes(id))
    .map(({ id, area_name, complaints_until }) => ({
      kind: 'roll_erasure',
      params: { area: area_name },
      due: addDays(complaints_until, 1),
      waitsFor: 'me',
      at: { room: 'rollErasure', id },
    }))
}
