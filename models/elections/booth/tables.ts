import type { Instant, IsoDate } from '../../core/dates.ts'
import type { BoothId, ElectionId } from '../../core/ids.ts'

export interface BoothPairingRow {
  code_hash: string
  election_id: ElectionId
  expires_at: Instant
  made_by: string
}

export interface BoothRow {
  id: BoothId
  election_id: ElectionId
  number: number
  token_hash: string
  paired_on: IsoDate
  unpaired_on: IsoDate | null
  state: 'idle' | 'released' | 'showing'
  release_hash: string | null
  last_hash: string | null
  last_outcome: 'cast' | 'voided' | null
  releases: number
  ballots_cast: number
  voided: number
}

declare module 'knex/types/tables.js' {
  interface Tables {
    booth_pairings: BoothPairingRow
    booths: BoothRow
  }
}
