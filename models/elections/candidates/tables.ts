import type { IsoDate } from '../../core/dates.ts'
import type { CandidacyId, ElectionId, ListReopeningId, PersonId } from '../../core/ids.ts'

export type EligibleAs = 'resident' | 'active'

export type WithdrawnBecause = 'withdrew' | 'died' | 'not_eligible'

export interface CandidacyRow {
  id: CandidacyId
  election_id: ElectionId
  person_id: PersonId | null
  name: string
  contact: string | null
  consented_on: IsoDate
  eligible_as: EligibleAs
  eligibility_checked_by: string
  eligibility_checked_on: IsoDate
  /** The name of a drawing beside the name on the ballot, for voters who read little. */
  symbol: string | null
  /** At most twenty words. */
  statement: string | null
  ballot_position: number | null
  withdrawn_on: IsoDate | null
  /** Null for a candidate who stands, and for one who withdrew before the reason was kept. */
  withdrawn_because: WithdrawnBecause | null
  /** The application is erased; the name stands only where it stood on the ballot. */
  erased_on: IsoDate | null
}

export interface CandidatePhotoRow {
  candidacy_id: CandidacyId
  jpeg: Buffer
  sha256: string
  added_on: IsoDate
}

export type ReopenedBecause = 'died' | 'not_eligible' | 'misspelt' | 'other'

export interface ListReopeningRow {
  id: ListReopeningId
  election_id: ElectionId
  /** The list that no longer holds. */
  list_version: number
  because: ReopenedBecause
  reason: string
  reopened_by: string
  reopened_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    candidacies: CandidacyRow
    candidate_photos: CandidatePhotoRow
    list_reopenings: ListReopeningRow
  }
}
