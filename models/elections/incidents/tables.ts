import type { IsoDate } from '../../core/dates.ts'
import type { CandidacyId, ElectionId, IncidentId } from '../../core/ids.ts'
import type { IncidentEffect, IncidentKind } from '../../rules/elections/incidents/after_first_vote.ts'

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
}

declare module 'knex/types/tables.js' {
  interface Tables {
    election_incidents: IncidentRow
  }
}
