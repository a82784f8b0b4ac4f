import type { IsoDate } from '../core/dates.ts'
import type { StatutesVersionId } from '../core/ids.ts'
import type { RuleKey } from './document.ts'

export interface StatutesVersionRow {
  id: StatutesVersionId
  in_force_from: IsoDate
  document: string
  reason: string
  rule_key: RuleKey | null
  made_by: string
  made_on: IsoDate
  replaces_id: StatutesVersionId | null
}

declare module 'knex/types/tables.js' {
  interface Tables {
    statutes_versions: StatutesVersionRow
  }
}
