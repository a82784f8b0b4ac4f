import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { listIncidents } from '../incidents/incidents.ts'
import type { IncidentRow } from '../incidents/tables.ts'

export type RecordedIncident = Pick<
  IncidentRow,
  'number' | 'candidacy_id' | 'because' | 'effect' | 'learnt_on' | 'recorded_by' | 'recorded_on'
> & { misled: boolean }

/** A section of its own, since the public is told what happened and not what was written about it. */
export type RecordedIncidentReason = Pick<IncidentRow, 'number' | 'reason'>

/** Returns nothing when nothing happened, so that records from before are the same text as ever. */
export async function recordedIncidents(
  db: Db,
  electionId: ElectionId,
): Promise<{ incidents?: RecordedIncident[]; incident_reasons?: RecordedIncidentReason[] }> {
  const all = await listIncidents(db, electionId)
  if (all.length === 0) return {}
  return {
    incidents: all.map(
      ({ number, candidacy_id, because, misled, effect, learnt_on, recorded_by, recorded_on }) => {
        return {
          number,
          candidacy_id,
          because,
          misled: misled === 1,
          effect,
          learnt_on,
          recorded_by,
          recorded_on,
        }
      },
    ),
    incident_reasons: all.map(({ number, reason }) => ({ number, reason })),
  }
}
