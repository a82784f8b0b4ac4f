import type { Instant, IsoDate } from '../../core/dates.ts'

/** A roster read from a file: a draft until it is stored, and undone at the most once. */
export interface ImportRow {
  id: number
  file_name: string
  sha256: string
  /** The cells of the file as JSON; empty once it is stored. */
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
  import_id: number
  state: 'running' | 'failed' | 'done'
  done: number
  total: number
  started_at: Instant
  /** Why it failed, as JSON: a reason and its parameters. */
  failure: string | null
}

export interface ImportedMembershipRow {
  membership_id: number
  import_id: number
  line: number
  ends_on: IsoDate
  /** On whose behalf, as the file says it. */
  organisation: string | null
  /** The organisations of the register that this means, as a JSON list of ids. */
  bodies: string
}

export interface ImportedPersonRow {
  person_id: number
  import_id: number
}

export interface ImportedTermRow {
  term_id: number
  import_id: number
}

export interface ImportedSeatRow {
  import_id: number
  seat_id: number
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
