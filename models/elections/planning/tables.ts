import type { IsoDate } from '../../core/dates.ts'

export interface PollingSittingRow {
  election_id: number
  number: number
  held_on: IsoDate
  opens_at: string
  closes_at: string
  place: string
}

export interface RerunRow {
  election_id: number
  rerun_of: number
}

declare module 'knex/types/tables.js' {
  interface Tables {
    polling_sittings: PollingSittingRow
    reruns: RerunRow
  }
}
