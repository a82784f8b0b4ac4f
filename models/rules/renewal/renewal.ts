/** @article terms */

import { addDays, daysBetween, isoDate, later, type IsoDate } from '../../core/dates.ts'
import { proposeDays } from '../elections/timetable_proposal.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'

/** The steps of a renewal that have a day and an owner, in the order in which they come. */
export const RENEWAL_STEPS = [
  'initial_discussion',
  'letters',
  'call',
  'candidates',
  'answers',
  'list',
  'polling',
  'certification',
  'appointment',
  'constituting',
] as const

export type RenewalStepKind = (typeof RENEWAL_STEPS)[number]
export type RenewalTimetable = Record<RenewalStepKind, IsoDate>

export type RenewalRefusal = 'renewal_days_in_order'

/** "Indledende drøftelse": about three months before the municipal election, in whole weeks. */
export const DISCUSSION_BEFORE = 91
/** Organisations hold a board meeting every month or so: five weeks from the letter to the answer. */
const LETTERS_BEFORE = 28
const ANSWERS_AFTER = 7
/** Two weeks after the municipal election, when its posters are down. */
const POLLING_AFTER = 14
const APPOINTMENT_AFTER = 24
/** The third week of January is the first in which all are back from holiday. */
const CONSTITUTING_AFTER = 14
const MONDAY = isoDate('1900-01-01')

/**
 * The timetable proposed for a term, backwards and forwards from the municipal election before it. Only the list and
 * the certification, which follow the day after another step, may lie on a Saturday or Sunday. A day before today
 * becomes today, and a vote leaves time to stand in it.
 */
export function proposeRenewal({
  term,
  today,
  complaintDays,
}: {
  term: { starts_on: IsoDate; municipal_election_on: IsoDate }
  today: IsoDate
  complaintDays: number
}): RenewalTimetable {
  const election = term.municipal_election_on
  const soonest = (day: IsoDate) => workday(later(day, today))
  const polling = workday(later(addDays(election, POLLING_AFTER), addDays(today, 28)))
  const days = proposeDays({ first: polling, last: polling }, { today, complaintDays })
  const letters = soonest(addDays(election, -LETTERS_BEFORE))
  const answers = workday(later(addDays(election, ANSWERS_AFTER), addDays(letters, 21)))
  const certification = addDays(polling, 1)
  const appointment = workday(later(addDays(election, APPOINTMENT_AFTER), addDays(answers, 3)))
  const first = [certification, appointment, addDays(term.starts_on, CONSTITUTING_AFTER - 1)].reduce(later)
  return {
    initial_discussion: soonest(addDays(election, -DISCUSSION_BEFORE)),
    letters,
    call: workday(days.callBy),
    candidates: days.candidatesBy,
    answers,
    list: days.listOn,
    polling,
    certification,
    appointment,
    constituting: workday(addDays(first, 1)),
  }
}

/** The steps that wait for another one. The two tracks run side by side, and the first meeting waits for both. */
const WAITS: readonly (readonly [before: RenewalStepKind, kind: RenewalStepKind])[] = [
  ['call', 'candidates'],
  ['candidates', 'list'],
  ['list', 'polling'],
  ['polling', 'certification'],
  ['certification', 'constituting'],
  ['letters', 'answers'],
  ['answers', 'appointment'],
  ['appointment', 'constituting'],
]

/** Whether the days can be kept: in each track no step lies before the one it waits for. */
export function checkRenewal(days: RenewalTimetable): Verdict<RenewalRefusal> {
  for (const [before, kind] of WAITS) {
    if (days[kind] < days[before]) return refused('renewal_days_in_order', { date: days[before] }, kind)
  }
  return days.candidates < days.polling
    ? allowed
    : refused('renewal_days_in_order', { date: days.candidates }, 'polling')
}

/** The day itself, or the Monday after a weekend. */
function workday(day: IsoDate): IsoDate {
  const sinceMonday = ((daysBetween(MONDAY, day) % 7) + 7) % 7
  return sinceMonday > 4 ? addDays(day, 7 - sinceMonday) : day
}
