import { act, type By } from '../core/audit.ts'
import type { IsoDate } from '../core/dates.ts'
import type { Db, Trx } from '../core/db.ts'
import { type MeetingId, NO_ID } from '../core/ids.ts'
import { NotFound, Refused } from '../core/errors.ts'
import { insertOne } from '../core/insert.ts'
import { standing } from '../council/in_office.ts'
import { findTermOn } from '../council/terms.ts'
import { getStatutesVersion, statutesOn, type StatutesVersion } from '../statutes/versions.ts'
import type { MeetingRow } from './tables.ts'
import { checkedMark, type ExtraordinaryForm } from './extraordinary.ts'

export async function getMeeting(db: Db, id: MeetingId): Promise<MeetingRow> {
  const meeting = await db('meetings').where({ id }).first()
  if (!meeting) throw new NotFound(`meeting ${id}`)
  return meeting
}

/** The meeting furthest ahead: its time and place are a good guess for the next. */
export async function findLatestMeeting(db: Db): Promise<MeetingRow | undefined> {
  return db('meetings').orderBy('held_on', 'desc').orderBy('starts_at', 'desc').first()
}

const IN_ORDER = ['held_on', 'starts_at', 'id'].map((column) => ({ column }))

/** Today's included, the next first. */
export async function listComingMeetings(db: Db, today: IsoDate): Promise<MeetingRow[]> {
  return db('meetings').where('held_on', '>=', today).orderBy(IN_ORDER)
}

export interface HeldMeeting extends MeetingRow {
  /** null when attendance is not written down. */
  present: number | null
}

/** Newest first, without today's. */
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

export interface MeetingForm extends ExtraordinaryForm {
  title: string
  held_on: IsoDate
  starts_at: string
  place: string
}

/** Pins the statutes of the day. Allows short notice; refuses a day outside every term, most likely mistyped. */
export async function planMeeting(db: Db, by: By, form: MeetingForm): Promise<{ id: MeetingId }> {
  return act(db, by, async (trx) => {
    await refuseSecondMeeting(trx, form)
    const today = by.clock.today()
    const { id: statutes_version_id, statutes } = await versionFor(trx, form)
    const mark = checkedMark(form, { rules: statutes.rules, held_on: form.held_on, today })
    const row = { ...plainColumns(form), ...mark, statutes_version_id, planned_on: today }
    const id = await insertOne(trx, 'meetings', row)
    const { held_on, starts_at } = form
    const details = { held_on, starts_at, statutes: statutes_version_id, ...markDetails(mark) }
    return { action: 'meeting.planned', subject: `meeting:${id}`, details, result: { id } }
  })
}

/** Once attendance is written down the day stands: members and rules are those of that day. */
export async function changeMeeting(
  db: Db,
  by: By,
  id: MeetingId,
  form: MeetingForm,
): Promise<{ id: MeetingId }> {
  return act(db, by, async (trx) => {
    const meeting = await getMeeting(trx, id)
    const moved = form.held_on !== meeting.held_on
    if (moved && (await trx('attendances').where({ meeting_id: id }).first('status')))
      throw new Refused('meeting_has_attendance', {}, 'held_on')
    await refuseSecondMeeting(trx, form, id)
    const today = by.clock.today()
    const version = moved
      ? await versionFor(trx, form)
      : await getStatutesVersion(trx, meeting.statutes_version_id)
    const { held_on, starts_at } = form
    const mark = checkedMark(form, { rules: version.statutes.rules, held_on, today, before: meeting })
    const pinned = moved ? { statutes_version_id: version.id, planned_on: today } : {}
    await trx('meetings')
      .where({ id })
      .update({ ...plainColumns(form), ...mark, ...pinned })
    const details = { held_on, starts_at, before: meeting.held_on, ...markDetails(mark) }
    return { action: 'meeting.changed', subject: `meeting:${id}`, details, result: { id } }
  })
}

async function refuseSecondMeeting(
  trx: Trx,
  { held_on, starts_at }: MeetingForm,
  but: MeetingId = NO_ID,
): Promise<void> {
  const other = await trx('meetings').where({ held_on, starts_at }).whereNot({ id: but }).first('id')
  if (other) throw new Refused('meeting_exists', { date: held_on, time: starts_at }, 'starts_at')
}

async function versionFor(trx: Trx, { held_on }: MeetingForm): Promise<StatutesVersion> {
  if (!(await findTermOn(trx, held_on))) throw new Refused('no_term', { date: held_on }, 'held_on')
  return statutesOn(trx, held_on)
}

function plainColumns({ title, held_on, starts_at, place }: MeetingForm) {
  return { title, held_on, starts_at, place }
}

function markDetails({ extraordinary, asked_by, asked_on }: ReturnType<typeof checkedMark>) {
  return extraordinary ? { extraordinary: true, asked_by, asked_on } : {}
}
