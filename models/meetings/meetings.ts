import { act, type By } from '../audit.ts'
import type { IsoDate } from '../dates.ts'
import type { Db, Trx } from '../db.ts'
import { NotFound, Refused } from '../errors.ts'
import { standing } from '../register/in_office.ts'
import { findTermOn } from '../register/places.ts'
import { statutesOn } from '../register/statutes.ts'
import type { MeetingRow } from '../tables.ts'

export async function getMeeting(db: Db, id: number): Promise<MeetingRow> {
  const meeting = await db('meetings').where({ id }).first()
  if (!meeting) throw new NotFound(`meeting ${id}`)
  return meeting
}

/** The meeting furthest ahead; its time and place are a good guess for the next. */
export async function findLatestMeeting(db: Db): Promise<MeetingRow | undefined> {
  return db('meetings').orderBy('held_on', 'desc').orderBy('starts_at', 'desc').first()
}

const IN_ORDER = ['held_on', 'starts_at', 'id'].map((column) => ({ column }))

/** Today's meetings and the coming ones, the next first. */
export async function listComingMeetings(db: Db, today: IsoDate): Promise<MeetingRow[]> {
  return db('meetings').where('held_on', '>=', today).orderBy(IN_ORDER)
}

export interface HeldMeeting extends MeetingRow {
  /** How many members are written down as present; null where nobody wrote down who was there. */
  present: number | null
}

/** Meetings of earlier days, the last one first. */
export async function listHeldMeetings(db: Db, today: IsoDate): Promise<HeldMeeting[]> {
  const meetings = await db('meetings')
    .where('held_on', '<', today)
    .orderBy(IN_ORDER.map((by) => ({ ...by, order: 'desc' as const })))
  const marks = await db('attendances')
    .whereNot({ status: 'excused' })
    .join('memberships', 'memberships.id', 'attendances.membership_id')
    .where(standing())
    .select('meeting_id', 'status')
  return meetings.map((meeting) => {
    const own = marks.filter(({ meeting_id }) => meeting_id === meeting.id)
    return {
      ...meeting,
      present: own.length > 0 ? own.filter(({ status }) => status === 'present').length : null,
    }
  })
}

export interface MeetingForm {
  title: string
  held_on: IsoDate
  starts_at: string
  place: string
}

/**
 * Plans a meeting and pins the statutes that are in force on its day. Short notice is for the page to tell, not a reason
 * to refuse. A day outside every term is refused: it is most likely mistyped.
 */
export async function planMeeting(db: Db, by: By, form: MeetingForm): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    await refuseSecondMeeting(trx, form)
    const row = { ...form, statutes_version_id: await versionFor(trx, form), planned_on: by.clock.today() }
    const [made] = await trx('meetings').insert(row).returning('id')
    const { id } = made as { id: number }
    const details = { held_on: form.held_on, starts_at: form.starts_at, statutes: row.statutes_version_id }
    return { action: 'meeting.planned', subject: `meeting:${id}`, details, result: { id } }
  })
}

/** Changes a meeting. Once attendance is written down its day stands, since members and rules are those of that day. */
export async function changeMeeting(db: Db, by: By, id: number, form: MeetingForm): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    const meeting = await getMeeting(trx, id)
    const moved = form.held_on !== meeting.held_on
    if (moved && (await trx('attendances').where({ meeting_id: id }).first('status')))
      throw new Refused('meeting_has_attendance', {}, 'held_on')
    await refuseSecondMeeting(trx, form, id)
    const pinned = moved
      ? { statutes_version_id: await versionFor(trx, form), planned_on: by.clock.today() }
      : {}
    await trx('meetings')
      .where({ id })
      .update({ ...form, ...pinned })
    const details = { held_on: form.held_on, starts_at: form.starts_at, before: meeting.held_on }
    return { action: 'meeting.changed', subject: `meeting:${id}`, details, result: { id } }
  })
}

async function refuseSecondMeeting(trx: Trx, { held_on, starts_at }: MeetingForm, but = 0): Promise<void> {
  const other = await trx('meetings').where({ held_on, starts_at }).whereNot({ id: but }).first('id')
  if (other) throw new Refused('meeting_exists', { date: held_on, time: starts_at }, 'starts_at')
}

async function versionFor(trx: Trx, { held_on }: MeetingForm): Promise<number> {
  if (!(await findTermOn(trx, held_on))) throw new Refused('no_term', { date: held_on }, 'held_on')
  return (await statutesOn(trx, held_on)).id
}
