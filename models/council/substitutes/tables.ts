import type { IsoDate } from '../../core/dates.ts'

export interface SubstituteRow {
  id: number
  term_id: number
  area_id: number
  /** Set only when each member has a substitute of their own. */
  seat_id: number | null
  person_id: number
  /** The order by votes, from 1. */
  position: number | null
  registered_by: string
  registered_on: IsoDate
  withdrawn_on: IsoDate | null
  withdrawn_note: string | null
}

export interface SubstitutionRow {
  membership_id: number
  substitute_id: number
  note: string | null
  recorded_by: string
  recorded_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    substitutes: SubstituteRow
    substitutions: SubstitutionRow
  }
}
