import type { Json } from '../core/canonical.ts'
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
  return events.map(({ action, actor, day, details }) => ({
    action: action as Action,
    actor,
    day,
    details: detailsOf({ details }),
  }))
}
