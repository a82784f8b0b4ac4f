import { type Json, sha256 } from '../core/canonical.ts'
import type { IsoDate } from '../core/dates.ts'
import { detailsOf } from '../core/audit.ts'
import type { Db } from '../core/db.ts'
import type { ElectionId } from '../core/ids.ts'
import type { Action } from '../core/actions.ts'
import { subjectOf } from './elections.ts'

export interface Deed {
  action: Action
  actor: string
  day: IsoDate
  details: Readonly<Record<string, Json>>
}

export async function listDeeds(db: Db, electionId: ElectionId): Promise<Deed[]> {
  const events = await db('audit_events')
    .where({ subject: subjectOf({ id: electionId }) })
    .orderBy('sequence')
  const reasons = await reasonsOf(db, electionId)
  return events.map(({ action, actor, day, details: text }) => {
    const details = detailsOf({ details: text })
    const { reason_hash } = details
    const reason = typeof reason_hash === 'string' ? reasons.get(reason_hash) : undefined
    return { action: action as Action, actor, day, details: { ...details, ...(reason && { reason }) } }
  })
}

/** What the log has by its hash alone, from the rows. */
async function reasonsOf(db: Db, electionId: ElectionId): Promise<Map<string, string>> {
  const of = { election_id: electionId }
  const reopenings = await db('list_reopenings').where(of).pluck('reason')
  const incidents = await db('election_incidents').where(of).pluck('reason')
  const answers = await db('incident_answers').where(of).whereNotNull('reason').pluck<string[]>('reason')
  return new Map([...reopenings, ...incidents, ...answers].map((reason) => [sha256(reason), reason]))
}
