import type { Instant, IsoDate } from '../../core/dates.ts'
import type { ImportId, MembershipId, PersonId, SeatId, TermId } from '../../core/ids.ts'

/** A draft until it is stored; undone at most once. */
export interface ImportRow {
  id: ImportId
  file_name: string
  sha256: string
  /** The file's cells as JSON; empty once stored. */
  content: string
  answers: string
  state: 'draft' | 'stored' | 'undone'
  made_by: string
  made_on: IsoDate
  counts: string | null
  stored_by: string | null
  stored_on: IsoDate | null
  undone_by: string | null
  undone_on: IsoDate | null
}

export interface ImportJobRow {
  import_id: ImportId
  state: 'running' | 'failed' | 'done'
  done: number
  total: number
  started_at: Instant
  /** JSON: a reason and its parameters. */
  failure: string | null
}

export interface ImportedMembershipRow {
  membership_id: MembershipId
  import_id: ImportId
  line: number
  ends_on: IsoDate
  /** The nominator as the file says it. */
  organisation: string | null
  /** JSON list of the ids of the organisations meant. */
  bodies: string
}

export interface ImportedPersonRow {
  person_id: PersonId
  import_id: ImportId
}

export interface ImportedTermRow {
  term_id: TermId
  import_id: ImportId
}

export interface ImportedSeatRow {
  import_id: ImportId
  seat_id: SeatId
  starts_on_before: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    imports: ImportRow
    import_jobs: ImportJobRow
    imported_memberships: ImportedMembershipRow
    imported_people: ImportedPersonRow
    imported_terms: ImportedTermRow
    imported_seats: ImportedSeatRow
  }
}
