import type { IsoDate } from '../../core/dates.ts'

export interface ComplaintRow {
  id: number
  election_id: number
  received_on: IsoDate
  received_by: string
  complainant: string
  text: string
  late: 0 | 1
  recorded_by: string
  recorded_on: IsoDate
}

export interface ComplaintDecisionRow {
  complaint_id: number
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
