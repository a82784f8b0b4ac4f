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

export interface BoothReportRow {
  booth_id: BoothId
  answered_at: Instant
  clock_off: number | null
  battery: number | null
  charging: 0 | 1 | null
  tried_on: IsoDate | null
}

declare module 'knex/types/tables.js' {
  interface Tables {
    booth_pairings: BoothPairingRow
    booths: BoothRow
    booth_reports: BoothReportRow
  }
}
