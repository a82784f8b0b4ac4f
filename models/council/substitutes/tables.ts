import type { IsoDate } from '../../core/dates.ts'
import type { AreaId, MembershipId, PersonId, SeatId, SubstituteId, TermId } from '../../core/ids.ts'

export interface SubstituteRow {
  id: SubstituteId
  term_id: TermId
  area_id: AreaId
  /** Set only when each member has a substitute of their own. */
  seat_id: SeatId | null
  person_id: PersonId
  /** The order by votes, from 1. */
  position: number | null
  registered_by: string
  registered_on: IsoDate
  withdrawn_on: IsoDate | null
  withdrawn_note: string | null
}

export interface SubstitutionRow {
  membership_id: MembershipId
  substitute_id: SubstituteId
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
