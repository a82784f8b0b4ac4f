import type { IsoDate } from '../../core/dates.ts'
import type { MembershipId } from '../../core/ids.ts'

/** The appointment of a member who has the seat already, when the statutes ask for one. */
export interface FormalAppointmentRow {
  membership_id: MembershipId
  appointing_body: string
  decided_on: IsoDate
  case_number: string | null
  recorded_by: string
  recorded_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    formal_appointments: FormalAppointmentRow
  }
}
