import type { IsoDate } from '../../core/dates.ts'
import type { ElectionId, ObjectionId, PresenceId } from '../../core/ids.ts'
import type { Phase } from '../../rules/elections/protocol/conduct.ts'

export interface PresenceRow {
  id: PresenceId
  election_id: ElectionId
  phase: Phase
  name: string
  present_on: IsoDate
  from_at: string
  until_at: string | null
  /** The row that this one takes the place of. */
  replaces_id: PresenceId | null
  recorded_by: string
  recorded_on: IsoDate
}

export interface ObjectionRow {
  id: ObjectionId
  election_id: ElectionId
  number: number
  phase: Phase
  raised_on: IsoDate
  text: string
  /** For the board alone; null when the person does not want to be named. */
  objector: string | null
  recorded_by: string
  recorded_on: IsoDate
}

export interface ObjectionDecisionRow {
  objection_id: ObjectionId
  decision: string
  decided_by: string
  decided_on: IsoDate
  recorded_by: string
  recorded_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    presences: PresenceRow
    objections: ObjectionRow
    objection_decisions: ObjectionDecisionRow
  }
}
