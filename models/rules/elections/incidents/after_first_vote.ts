/** @article afterFirstVote, polling */

import type { IsoDate } from '../../../core/dates.ts'
import type { RuleValue, Statutes } from '../../../statutes/document.ts'
import { allowed, refused, type Verdict } from '../../core/verdict.ts'
import { type Actor, stands, type Stander } from '../certification.ts'
import { checkReopening, type Begun } from '../reopening.ts'

export type AfterFirstVote = RuleValue<'afterFirstVote'>

/** What statutes that do not say it are taken to say. */
export const ASSUMED: AfterFirstVote = 'seat_open'

export function afterFirstVote({ rules }: Pick<Statutes, 'rules'>): AfterFirstVote {
  return rules.afterFirstVote?.value ?? ASSUMED
}

/** What can happen to a candidate on the ballot. */
export type IncidentKind = 'died' | 'not_eligible' | 'misspelt' | 'other'

/** What follows: nothing, a seat that the candidate cannot take, or that the vote stops. */
export type IncidentEffect = 'none' | AfterFirstVote

const NOBODY_CAN_TAKE_IT: readonly IncidentKind[] = ['died', 'not_eligible']

/** Whether the candidate can no longer take a seat. */
export function bars(because: IncidentKind): boolean {
  return NOBODY_CAN_TAKE_IT.includes(because)
}

/**
 * What follows from what happened to a candidate once somebody may have voted. The list stays as it is, since votes are
 * cast for it: the Danish act on local elections too strikes the name of one who is not eligible only before the list is
 * approved (§§ 27-28). It is silent on a death between approval and vote; compare §§ 91, 96 and 104, where the seat of one
 * who was not eligible, who dies or who leaves goes to a substitute. The council's statutes say to whom, or that the vote
 * stops. A name that is misspelt takes nobody's seat: the vote goes on, unless the board finds that voters can have been
 * misled, for then nobody knows whom they meant.
 */
export function effectOf(
  rule: AfterFirstVote,
  { because, misled }: { because: IncidentKind; misled: boolean },
): IncidentEffect {
  if (bars(because)) return rule
  return misled ? 'stops' : 'none'
}

export type IncidentRefusal =
  | 'incident_by_board'
  | 'incident_by_candidate'
  | 'incident_list_can_be_reopened'
  | 'incident_already_barred'
  | 'incident_waits'
  | 'incident_misled_unsaid'
  | 'incident_in_future'

/**
 * Whether the board may record that something happened. As long as the list can be opened again, that is what it does:
 * voters then vote for a list that is right. Nobody who stands takes another candidate's seat.
 */
export function mayRecordIncidents(polls: {
  account: Actor
  candidates: readonly Stander[]
  onBoard: boolean
  begun: Begun
  hasTablets: boolean
}): Verdict<IncidentRefusal> {
  if (!polls.onBoard) return refused('incident_by_board')
  if (stands(polls.account, polls.candidates)) return refused('incident_by_candidate')
  return checkReopening(polls).ok ? refused('incident_list_can_be_reopened') : allowed
}

/** Whether this may be recorded of a candidate. */
export function checkIncident(incident: {
  because: IncidentKind
  /** Undefined when the board has not said it. It is asked only where the candidate can still take a seat. */
  misled: boolean | undefined
  isBarred: boolean
  /** Something written of this candidate waits for a second signature. */
  waits: boolean
  learntOn: IsoDate
  today: IsoDate
}): Verdict<IncidentRefusal> {
  const { because, misled, isBarred, waits, learntOn, today } = incident
  if (isBarred && bars(because)) return refused('incident_already_barred', undefined, 'candidacy')
  if (waits) return refused('incident_waits', undefined, 'candidacy')
  if (!bars(because) && misled === undefined) return refused('incident_misled_unsaid', undefined, 'misled')
  return learntOn > today ? refused('incident_in_future', undefined, 'learnt_on') : allowed
}
