import type { IsoDate } from '../core/dates.ts'
import type { RenewalStepKind } from '../rules/renewal/renewal.ts'

export interface RenewalRow {
  id: number
  term_id: number
  statutes_version_id: number
  made_by: string
  made_on: IsoDate
}

export interface RenewalStepRow {
  renewal_id: number
  kind: RenewalStepKind
  due_on: IsoDate
  owner: string
}

export interface RenewalDiscussionRow {
  renewal_id: number
  held_on: IsoDate
  note: string | null
  recorded_by: string
}

declare module 'knex/types/tables.js' {
  interface Tables {
    renewals: RenewalRow
    renewal_steps: RenewalStepRow
    renewal_discussions: RenewalDiscussionRow
  }
}
