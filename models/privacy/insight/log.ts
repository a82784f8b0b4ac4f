import { nameSubjects, type SubjectName } from '../log_subjects.ts'
import type { Action } from '../../core/actions.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Json } from '../../core/canonical.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { isAbout, subjectsOf, type LogIds } from '../log_about.ts'
import { detailsOf } from '../../core/audit.ts'
import type { AuditEventRow } from '../../core/tables.ts'

/** Without the line's details, which may name other people. */
export interface InsightEvent {
  sequence: number
  day: IsoDate
  actor: string
  action: Action
  /** Under its name of today. */
  subject: SubjectName | undefined
  /** The changed columns, when the line has them. */
  changed: string[]
}

/** Oldest first. */
export async function listEventsAbout(
  db: Db,
  ids: LogIds,
  elections: readonly ElectionId[],
): Promise<InsightEvent[]> {
  const events = await candidateEvents(db, ids, elections)
  const about = events.filter(({ action, subject, details }) =>
    isAbout(ids, { action, subject, details: detailsOf({ details }) }),
  )
  const names = await nameSubjects(
    db,
    about.map(({ subject }) => subject),
  )
  return about.map(({ sequence, day, actor, action, subject, details }) => ({
    ...{ sequence, day, actor, action: action as Action },
    subject: names.get(subject),
    changed: textsIn(detailsOf({ details }).changed),
  }))
}

/** One query for more than the person's lines: the details are checked afterwards. */
async function candidateEvents(
  db: Db,
  ids: LogIds,
  elections: readonly ElectionId[],
): Promise<AuditEventRow[]> {
  const subjects = [
    ...subjectsOf(ids),
    ...elections.map((id) => `election:${id}`),
    ...ids.appointedIn.map((id) => `nomination:${id}`),
  ]
  return db('audit_events')
    .whereIn('subject', subjects)
    .orWhereIn('action', ['meeting.attendance', 'office.swapped', 'election.board_changed'])
    .orWhere('details', 'like', `%"person":${ids.person},%`)
    .orWhere('details', 'like', `%"person":${ids.person}}%`)
    .orderBy('sequence')
}

function textsIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one: Json): one is string => typeof one === 'string') : []
}
