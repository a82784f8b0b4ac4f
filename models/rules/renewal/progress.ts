/** @article terms */

import { type ElectionState, facts } from '../elections/state.ts'
import { addDays, daysBetween, later, type IsoDate } from '../../core/dates.ts'
import type { NominationOutcome } from './nomination.ts'
import { RENEWAL_STEPS, type RenewalStepKind, type RenewalTimetable } from './renewal.ts'

type ElectionStepKind =
  'call' | 'candidates' | 'list' | 'polling' | 'count' | 'certified' | 'formal' | 'seated'
type NominationStepKind = 'letter' | 'answers' | 'agreed' | 'appointed' | 'seated'

export type BoardStepKind = ElectionStepKind | NominationStepKind

/** `skipped`: the seat is filled without the step, by a decision or by hand. */
export type BoardStepState = 'done' | 'current' | 'todo' | 'skipped'

export interface BoardStep {
  kind: BoardStepKind
  state: BoardStepState
  /** Undefined when the step was skipped, and while it waits for another one although its day is past. */
  due: IsoDate | undefined
  /** How many days a current step is late; 0 while there is time. */
  daysLate: number
}

export interface ElectionFacts {
  track: 'election'
  election:
    | {
        status: ElectionState
        candidates_by: IsoDate
        polling_on: IsoDate
        uncontested: boolean
      }
    | undefined
}

export interface NominationFacts {
  track: 'nomination'
  nomination:
    { outcome: NominationOutcome<number>['state']; appointed: boolean; answer_by: IsoDate } | undefined
}

/** The formal appointment of an elected member: not asked for, still to come, waited for by a member, or written. */
export type FormalFacts = { state: 'none' | 'to_come' | 'written' } | { state: 'waits'; since: IsoDate }

/**
 * Where one seat stands in a renewal. The member is that of the new term, seated or booked. A seat that was filled in the
 * term, and left, has been renewed.
 */
export function progressOf(
  facts: ElectionFacts | NominationFacts,
  {
    hasMember,
    hasLeft = false,
    formal: asked = { state: 'none' },
    days,
    termStartsOn,
    today,
  }: {
    hasMember: boolean
    hasLeft?: boolean
    formal?: FormalFacts
    days: RenewalTimetable
    termStartsOn: IsoDate
    today: IsoDate
  },
): BoardStep[] {
  const formal: FormalFacts = hasLeft ? { state: 'none' } : asked
  const isFilled = hasMember || hasLeft
  const before: readonly (readonly [BoardStepKind, IsoDate])[] = [
    ...(facts.track === 'election' ? electionDays(facts, days) : nominationDays(facts, days)),
    ...(formal.state === 'none' ? [] : [['formal', formalDay(formal, days, termStartsOn)] as const]),
  ]
  const seatedOn = before.reduce((day, [, due]) => later(day, due), termStartsOn)
  const plan = [...before, ['seated', isFilled ? termStartsOn : seatedOn] as const]
  const isInPlace = isFilled && formal.state !== 'waits'
  const current = isFilled
    ? isInPlace
      ? 'seated'
      : 'formal'
    : facts.track === 'election'
      ? electionStep(facts, today)
      : nominationStep(facts)
  const at = plan.findIndex(([kind]) => kind === current)
  const begun = facts.track === 'election' ? facts.election !== undefined : facts.nomination !== undefined
  const noVote = facts.track === 'election' && facts.election?.uncontested === true
  return plan.map(([kind, day], index) => {
    const isSkipped =
      (isFilled && !begun && kind !== 'seated' && kind !== 'formal') ||
      (noVote && (kind === 'polling' || kind === 'count') && index < at)
    if (isSkipped) return { kind, state: 'skipped', due: undefined, daysLate: 0 }
    // An elected member may have left before the body appointed them.
    const isAhead = kind === 'formal' && formal.state === 'to_come'
    if ((index < at && !isAhead) || isInPlace) return { kind, state: 'done', due: day, daysLate: 0 }
    if (index !== at) return { kind, state: 'todo', due: day < today ? undefined : day, daysLate: 0 }
    return { kind, state: 'current', due: day, daysLate: Math.max(0, daysBetween(day, today)) }
  })
}

/** The steps in order, with the days of the election when there is one, otherwise those of the timetable. */
function electionDays({ election }: ElectionFacts, days: RenewalTimetable): [ElectionStepKind, IsoDate][] {
  const polling = election?.polling_on ?? days.polling
  return [
    ['call', days.call],
    ['candidates', election?.candidates_by ?? days.candidates],
    ['list', election ? addDays(election.candidates_by, 1) : days.list],
    ['polling', polling],
    ['count', polling],
    ['certified', election ? addDays(polling, 1) : days.certification],
  ]
}

/** The day of the other appointments; for a member who comes into the term later, the first day of that member. */
function formalDay(formal: FormalFacts, days: RenewalTimetable, termStartsOn: IsoDate): IsoDate {
  const isLater = formal.state === 'waits' && formal.since > termStartsOn
  return isLater ? later(formal.since, days.appointment) : later(days.appointment, days.certification)
}

function electionStep({ election }: ElectionFacts, today: IsoDate): BoardStepKind {
  if (!election) return 'call'
  const { awaits, certified } = facts(election.status)
  if (certified) return 'seated'
  switch (awaits) {
    case 'candidates':
      return today <= election.candidates_by ? 'candidates' : 'list'
    case 'opening':
    case 'closing':
      return 'polling'
    case 'count':
    case 'lot':
      return 'count'
    case 'certification':
      return 'certified'
    default:
      // Not called, without candidates, or annulled: people are called again.
      return 'call'
  }
}

function nominationDays(
  { nomination }: NominationFacts,
  days: RenewalTimetable,
): [NominationStepKind, IsoDate][] {
  return [
    ['letter', days.letters],
    ['answers', nomination?.answer_by ?? days.answers],
    ['agreed', days.appointment],
    ['appointed', days.appointment],
  ]
}

function nominationStep({ nomination }: NominationFacts): BoardStepKind {
  if (!nomination) return 'letter'
  if (nomination.appointed) return 'seated'
  if (nomination.outcome === 'agreed') return 'appointed'
  return nomination.outcome === 'disagreement' ? 'agreed' : 'answers'
}

/** The steps of the board that a line of the timetable covers. The other lines are known in other ways. */
const ON_BOARD: { readonly [kind in RenewalStepKind]?: readonly BoardStepKind[] } = {
  letters: ['letter'],
  call: ['call'],
  candidates: ['candidates'],
  answers: ['answers'],
  list: ['list'],
  polling: ['polling'],
  certification: ['certified'],
  appointment: ['appointed', 'formal'],
}

/** The lines of the timetable. A line is done when it is done for every seat that has it. */
export function stepsOfTimetable(
  facts: { lines: readonly { steps: readonly BoardStep[] }[]; discussed: boolean; constituted: boolean },
  days: RenewalTimetable,
  today: IsoDate,
): { kind: RenewalStepKind; state: 'done' | 'open' | 'late'; daysLate: number }[] {
  const steps = facts.lines.flatMap((line) => line.steps)
  return RENEWAL_STEPS.map((kind) => {
    const own = steps.filter((step) => ON_BOARD[kind]?.includes(step.kind))
    const isDone =
      kind === 'initial_discussion'
        ? facts.discussed
        : kind === 'constituting'
          ? facts.constituted
          : own.every(({ state }) => state === 'done' || state === 'skipped')
    const over = isDone ? 0 : Math.max(0, daysBetween(days[kind], today))
    return { kind, state: isDone ? 'done' : over > 0 ? 'late' : 'open', daysLate: over }
  })
}
