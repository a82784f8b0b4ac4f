import type { IsoDate } from '../../core/dates.ts'
import type { AccountId, CandidacyId, ElectionId, IncidentId } from '../../core/ids.ts'
import type { IncidentEffect, IncidentKind } from '../../rules/elections/incidents/after_first_vote.ts'
import type { IncidentAnswer } from '../../rules/elections/incidents/signing.ts'

export interface IncidentRow {
  id: IncidentId
  election_id: ElectionId
  /** From 1 in each election. */
  number: number
  candidacy_id: CandidacyId
  because: IncidentKind
  /** 1 when the board finds that voters can have taken one name for another. */
  misled: number
  reason: string
  learnt_on: IsoDate
  effect: IncidentEffect
  recorded_by: string
  recorded_on: IsoDate
  /** Null when one member of the board recorded it alone, before two had to sign. */
  account_id: AccountId | null
}

export interface IncidentAnswerRow {
  incident_id: IncidentId
  election_id: ElectionId
  answer: IncidentAnswer
  /** Given with a refusal. */
  reason: string | null
  account_id: AccountId
  answered_by: string
  answered_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    election_incidents: IncidentRow
    incident_answers: IncidentAnswerRow
  }
}
