import type { SignedIn } from '../accounts/accounts.ts'
import { addDays, type IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { listOutcome } from '../rules/elections/candidate_list.ts'
import { isAmong, mayCount } from '../rules/elections/certification.ts'
import { DAYS_TO_GET_READY } from '../rules/elections/readiness/ticks.ts'
import { checkMixed } from '../rules/elections/box/merging.ts'
import { facts } from '../rules/elections/state.ts'
import type { CandidacyRow } from './candidates/tables.ts'
import type { ElectionRoom } from '../core/tasks.ts'
import { listBoard, sitsOn } from './board.ts'
import { listStanding } from './candidates/candidates.ts'
import { findEntry, waitsForPapers } from './box/entering/entry.ts'
import { findMerger } from './box/papers/merging.ts'
import { checkCertifier, listCertifications } from './result/certification.ts'
import { countUndecided } from './complaints/complaints.ts'
import { hasPaper } from './means.ts'
import { loadCounting, type Counting } from './count/rounds.ts'
import type { Election } from './elections.ts'
import { isForgotten } from './polling/openings.ts'
import { hasLocals, hasPart, isLocal, type Part } from './reach.ts'
import { isTickedOff } from './readiness/ticks.ts'
import { getResult } from './result/loading.ts'
import { listCallable } from './result/lots.ts'
import { isExpectedToCount } from './who_may.ts'
import { listSittings } from './planning/sittings.ts'

export type StepKind =
  | 'call'
  | 'stand'
  | 'approve_list'
  | 'unfilled'
  | 'uncontested'
  | 'prepare'
  | 'wait_for_polling'
  | 'open'
  | 'close'
  | 'close_late'
  | 'close_stopped'
  | 'count'
  | 'count_again'
  | 'recount'
  | 'draw_lot'
  | 'certify'
  | 'open_box'
  | 'mix_box'
  | 'enter_papers'
  | 'complaints'
  | 'decide_complaint'
  | 'finish'
  | 'rerun'
  | 'call_again'

/** The step is computed from the present state; nothing is stored. */
export interface NextStep {
  kind: StepKind
  due: IsoDate
  room: ElectionRoom
  /** This user can take the step now. */
  mine: boolean
  /** The step is this user's to take, and not only possible: the staff of the place come first. */
  expected: boolean
  /** This user has done a share and waits for another. */
  waits: boolean
  /** How many stand. */
  candidates: number
}

type Step = Omit<NextStep, 'candidates'>

/** Returns undefined when the election is over. */
export async function nextStep(
  db: Db,
  election: Election,
  user: SignedIn,
  today: IsoDate,
): Promise<NextStep | undefined> {
  const standing = await listStanding(db, election.id)
  const step = await stepOf(db, election, user, today, standing)
  return step && { ...step, candidates: standing.length }
}

async function stepOf(
  db: Db,
  election: Election,
  user: SignedIn,
  today: IsoDate,
  standing: readonly CandidacyRow[],
): Promise<Step | undefined> {
  const { candidates_by, polling_on, complaints_until } = election
  const local = await hasLocals(db, election)
  const take = (part: Part, step: Pick<Step, 'kind' | 'due' | 'room'>): Step => {
    const mine = hasPart(user, part)
    // Staff of the place with accounts run the election first.
    return { ...step, mine, expected: mine && (part !== 'run' || isLocal(user) || !local), waits: false }
  }
  const wait = (kind: StepKind, due: IsoDate, room: ElectionRoom): Step => {
    return { kind, due, room, mine: false, expected: false, waits: false }
  }
  switch (facts(election.status).awaits) {
    case 'call':
      return take('plan', { kind: 'call', due: candidates_by, room: 'electionCall' })
    case 'candidates':
      if (today <= candidates_by)
        return take('run', { kind: 'stand', due: candidates_by, room: 'candidates' })
      return take('run', {
        kind: standing.length > 0 ? 'approve_list' : 'unfilled',
        due: addDays(candidates_by, 1),
        room: 'candidateList',
      })
    case 'opening': {
      const { uncontested } = election.statutes.rules
      const outcome = listOutcome(standing.length, election.seats, uncontested.value)
      // On the day itself the staff may vote all the same, unless it was decided otherwise.
      const [{ held_on: opensOn }] = await listSittings(db, election)
      if (outcome === 'uncontested_possible' && (hasPart(user, 'plan') || today < opensOn))
        return take('plan', { kind: 'uncontested', due: opensOn, room: 'uncontested' })
      if (today < opensOn) {
        const isNear = addDays(opensOn, -DAYS_TO_GET_READY) <= today
        if (isNear && !(await isTickedOff(db, election)))
          return take('run', { kind: 'prepare', due: addDays(opensOn, -1), room: 'readiness' })
        return wait('wait_for_polling', opensOn, 'readiness')
      }
      return take('run', { kind: 'open', due: opensOn, room: 'polling' })
    }
    case 'closing':
      return take('run', {
        kind: await closingKind(db, election, today),
        due: polling_on,
        room: 'pollingClosing',
      })
    case 'count': {
      const counting = await loadCounting(db, election.id)
      const [merger, entry] = [await findMerger(db, election.id), await findEntry(db, election.id)]
      if (waitsForPapers(entry))
        return take('count', { kind: 'enter_papers', due: polling_on, room: 'paperEntry' })
      if (hasPaper(election) && !entry && !counting.agreed && checkMixed(merger).ok)
        return countStep(db, { election, user, standing, counting })
      if (merger?.opening) return take('run', { kind: 'mix_box', due: polling_on, room: 'boxPapers' })
      return take('run', { kind: 'open_box', due: polling_on, room: 'box' })
    }
    case 'lot': {
      const expected = sitsOn(await listBoard(db, election.id), user)
      // The staff may draw with the board on the telephone, where the statutes allow it.
      const mine = expected || (await listCallable(db, election, user)).length > 0
      return { kind: 'draw_lot', due: polling_on, room: 'lot', waits: false, mine, expected }
    }
    case 'certification':
      return certifyStep(db, election, user)
    case 'complaints':
      if ((await countUndecided(db, election.id)) > 0) {
        const due = addDays(complaints_until, 1)
        return take('plan', { kind: 'decide_complaint', due, room: 'complaints' })
      }
      return today <= complaints_until
        ? wait('complaints', complaints_until, 'electionFinal')
        : take('plan', { kind: 'finish', due: addDays(complaints_until, 1), room: 'electionFinal' })
    case 'new_election':
      return take('plan', { kind: 'rerun', due: today, room: 'rerun' })
    case 'new_call':
      return take('plan', { kind: 'call_again', due: addDays(candidates_by, 1), room: 'electionCallAgain' })
    case 'nothing':
      return undefined
  }
}

async function closingKind(db: Db, election: Election, today: IsoDate): Promise<StepKind> {
  if (facts(election.status).stopped) return 'close_stopped'
  return (await isForgotten(db, election, today)) ? 'close_late' : 'close'
}

interface CountersView {
  election: Election
  user: SignedIn
  standing: readonly CandidacyRow[]
  counting: Counting
}

async function countStep(
  db: Db,
  { election, user, standing: candidates, counting }: CountersView,
): Promise<Step> {
  const { round, enteredBy: countedThisRoundBy, recount } = counting
  const account = { id: user.id, name: user.name, person_id: user.personId }
  const mine = hasPart(user, 'count') && mayCount({ account, candidates, countedThisRoundBy }).ok
  const first = round === (recount?.after_round ?? 0) + 1
  return {
    kind: !first ? 'count_again' : recount ? 'recount' : 'count',
    due: recount?.decided_on ?? election.polling_on,
    room: 'count',
    mine,
    expected: mine && (await isExpectedToCount(db, election, user)),
    waits: isAmong(account, countedThisRoundBy),
  }
}

async function certifyStep(db: Db, election: Election, user: SignedIn): Promise<Step> {
  const result = await getResult(db, election)
  const mine = (await checkCertifier(db, user, election, result)).ok
  const certified = await listCertifications(db, result)
  return {
    kind: 'certify',
    due: addDays(election.polling_on, 1),
    room: 'certification',
    mine,
    expected: mine,
    waits: certified.some(({ account_id }) => account_id === user.id),
  }
}
