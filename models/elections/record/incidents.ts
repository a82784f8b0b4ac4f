import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { listInForce } from '../incidents/incidents.ts'
import type { IncidentRow } from '../incidents/tables.ts'

export type RecordedIncident = Pick<
  IncidentRow,
  'number' | 'candidacy_id' | 'because' | 'effect' | 'learnt_on' | 'recorded_by' | 'recorded_on'
> & {
  misled: boolean
  /** Left out when one member of the board recorded it alone, before two had to sign. */
  signed_by?: string
  signed_on?: IsoDate
}

/** A section of its own, since the public is told what happened and not what was written about it. */
export type RecordedIncidentReason = Pick<IncidentRow, 'number' | 'reason'>

/**
 * Returns nothing when nothing took effect, so that records from before are the same text as ever. What nobody else signed
 * stays in the book alone: the record has a public part, which may not even tell that something was written. So the
 * numbers are those of what took effect.
 */
export async function recordedIncidents(
  db: Db,
  electionId: ElectionId,
): Promise<{ incidents?: RecordedIncident[]; incident_reasons?: RecordedIncidentReason[] }> {
  const all = (await listInForce(db, electionId)).map((one, index) => ({ ...one, number: index + 1 }))
  if (all.length === 0) return {}
  return {
    incidents: all.map((one) => {
      const { number, candidacy_id, because, misled, effect, learnt_on, recorded_by, recorded_on, answer } =
        one
      return {
        ...{ number, candidacy_id, because, misled: misled === 1 },
        ...{ effect, learnt_on, recorded_by, recorded_on },
        ...(answer && { signed_by: answer.answered_by, signed_on: answer.answered_on }),
      }
    }),
    incident_reasons: all.map(({ number, reason }) => ({ number, reason })),
  }
}
