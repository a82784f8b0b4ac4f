import type { Instant, IsoDate } from '../core/dates.ts'
import type { ErasureId, HousekeepingRunId, PersonId } from '../core/ids.ts'

export interface ErasureRow {
  id: ErasureId
  person_id: PersonId
  /** `contact`: name, seat and days stay. `all`: the name goes as well. */
  scope: 'contact' | 'all'
  ground: 'request' | 'rule'
  /** null when a rule erased. */
  asked_on: IsoDate | null
  reason: string | null
  recorded_by: string
  recorded_on: IsoDate
}

export interface HousekeepingRunRow {
  id: HousekeepingRunId
  day: IsoDate
  /** 1: by itself, once a day; 0: the secretary asked for it. */
  daily: 0 | 1
  state: 'running' | 'done' | 'failed' | 'lost'
  started_by: string
  started_at: Instant
  /** JSON: how many of each kind. */
  erased: string
}

declare module 'knex/types/tables.js' {
  interface Tables {
    erasures: ErasureRow
    housekeeping_runs: HousekeepingRunRow
  }
}
