import type { IsoDate } from '../../core/dates.ts'
import type { ComplaintId, ElectionId } from '../../core/ids.ts'

export interface ComplaintRow {
  id: ComplaintId
  election_id: ElectionId
  received_on: IsoDate
  received_by: string
  complainant: string
  text: string
  late: 0 | 1
  recorded_by: string
  recorded_on: IsoDate
}

export interface ComplaintDecisionRow {
  complaint_id: ComplaintId
  outcome: 'dismissed' | 'recount' | 'annulled'
  decided_by: string
  decided_on: IsoDate
  reason: string
  recorded_by: string
  recorded_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    complaints: ComplaintRow
    complaint_decisions: ComplaintDecisionRow
  }
}
