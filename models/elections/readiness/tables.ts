import type { IsoDate } from '../../core/dates.ts'
import type { ElectionId, ReadinessTickId } from '../../core/ids.ts'
import type { Tick } from '../../rules/elections/readiness/ticks.ts'

export interface ReadinessTickRow extends Tick {
  id: ReadinessTickId
  election_id: ElectionId
  recorded_by: string
  recorded_on: IsoDate
  recorded_at: string
}

declare module 'knex/types/tables.js' {
  interface Tables {
    readiness_ticks: ReadinessTickRow
  }
}
