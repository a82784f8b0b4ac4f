import type { SignedIn } from '../accounts/accounts.ts'
import { canOf } from '../accounts/permissions.ts'
import { addDays, type IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { inOffice } from '../council/in_office.ts'
import { findTermOn } from '../council/terms.ts'
import type { MeetingRow } from './tables.ts'
import type { Task } from '../core/tasks.ts'

/** Attendance is asked for this long: older papers may not say who was there. */
const ASKED_FOR_DAYS = 60

export async function listMeetingTasks(db: Db, user: SignedIn, today: IsoDate): Promise<Task[]> {
  const can = canOf(user)
  if (!can['meetings.attendance']) return []
  // The chair may plan a meeting too, but it is the keeper of the register who is asked to.
  const planning = await planningTasks(db, today, can['register.write'] ? 'me' : 'others')
  return [...(await attendanceTasks(db, today)), ...planning]
}

async function attendanceTasks(db: Db, today: IsoDate): Promise<Task[]> {
  const since = addDays(today, -ASKED_FOR_DAYS)
  const meetings = await db('meetings')
    .whereBetween('held_on', [since, today])
    .whereNotNull('planned_on')
    .whereRaw('planned_on <= held_on')
    .orderBy('held_on')
    .orderBy('starts_at')
  const stated = await db('attendances')
    .whereIn(
      'meeting_id',
      meetings.map(({ id }) => id),
    )
    .whereNot({ status: 'excused' })
    .distinct()
    .pluck('meeting_id')
  return meetings
    .filter(({ id, held_on }) => held_on === today || !stated.includes(id))
    .map((meeting) => attendanceTask(meeting, today))
}

function attendanceTask({ id, held_on, starts_at, title, place }: MeetingRow, today: IsoDate): Task {
  const kind = held_on === today ? 'meeting_today' : 'attendance_missing'
  const params = { title, place, held_on, time: starts_at }
  return { kind, params, due: held_on, waitsFor: 'me', at: { room: 'attendance', id } }
}

/** For a council with members and no meeting ahead; in a new term the first meeting elects the chair. */
async function planningTasks(db: Db, today: IsoDate, waitsFor: Task['waitsFor']): Promise<Task[]> {
  if (await db('meetings').where('held_on', '>=', today).first('id')) return []
  if (!(await db('memberships').where(inOffice(today)).first('memberships.id'))) return []
  const term = await findTermOn(db, today)
  const held = term && (await db('meetings').where('held_on', '>=', term.starts_on).first('id'))
  const rest = { params: {}, due: undefined, waitsFor }
  return held === undefined
    ? [{ kind: 'meeting_constituting', ...rest, at: { room: 'constituting_meeting' } }]
    : [{ kind: 'meeting_none', ...rest, at: { room: 'new_meeting' } }]
}
