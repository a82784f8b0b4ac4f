/** @article afterFirstVote, polling */

import { allowed, refused, type Verdict } from '../../core/verdict.ts'
import { type Actor, samePerson } from '../certification.ts'
import { type IncidentRefusal, mayRecordIncidents } from './after_first_vote.ts'

/** What becomes of an incident that waits for a second signature. */
export type IncidentAnswer = 'signed' | 'refused' | 'withdrawn'

/** `alone`: in force by one signature, from before two had to sign. */
export type IncidentState = 'waits' | 'alone' | IncidentAnswer

/** What was recorded before two had to sign names no account. */
export function stateOf(incident: {
  account_id: number | null
  answer: { answer: IncidentAnswer } | null
}): IncidentState {
  if (incident.account_id === null) return 'alone'
  return incident.answer?.answer ?? 'waits'
}

/** Whether it bars the candidate or stops the vote: never by what one member of the board has written and no other has signed. */
export function isInForce(state: IncidentState): boolean {
  return state === 'alone' || state === 'signed'
}

export type IncidentSigningRefusal = IncidentRefusal | 'incident_own'

/** Whether this account may sign or say no: on the board, no candidate, and another human being than the one who wrote it. */
export function maySignIncident(
  signing: Parameters<typeof mayRecordIncidents>[0] & { writer: Actor },
): Verdict<IncidentSigningRefusal> {
  const verdict = mayRecordIncidents(signing)
  if (!verdict.ok) return verdict
  return samePerson(signing.account, signing.writer) ? refused('incident_own') : allowed
}

/** Whoever wrote it may withdraw it, also when no longer on the board: until it is signed, it is one member's word. */
export function mayWithdrawIncident(account: Actor, writer: Actor): Verdict<'incident_of_another'> {
  return samePerson(account, writer) ? allowed : refused('incident_of_another')
}
