import type { IsoDate } from '../core/dates.ts'
import type { RenewalId, StatutesVersionId, TermId } from '../core/ids.ts'
import type { RenewalStepKind } from '../rules/renewal/renewal.ts'

export interface RenewalRow {
  id: RenewalId
  term_id: TermId
  statutes_version_id: StatutesVersionId
  made_by: string
  made_on: IsoDate
}

export interface RenewalStepRow {
  renewal_id: RenewalId
  kind: RenewalStepKind
  due_on: IsoDate
  owner: string
}

export interface RenewalDiscussionRow {
  renewal_id: RenewalId
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
