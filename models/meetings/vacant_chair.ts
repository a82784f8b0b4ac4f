import { act, type By } from '../core/audit.ts'
import { addDays, type IsoDate } from '../core/dates.ts'
import { isTaken, type Db } from '../core/db.ts'
import type { MeetingId, OfficeholdingId } from '../core/ids.ts'
import { Conflict, NotFound, Refused } from '../core/errors.ts'
import { lastEndedBefore } from '../rules/core/spans.ts'
import type { MeetingRow } from './tables.ts'
import { listOfficeholdings, listOfficersOn, type HeldOffice } from '../council/offices/offices.ts'
import { findTermOn } from '../council/terms.ts'
import { leadersIn } from '../statutes/offices.ts'
import { statutesOn } from '../statutes/versions.ts'

/** The chair has left, and no new one is chosen. */
export interface VacantChair {
  left: HeldOffice
  since: IsoDate
  /** The vice chair, who leads meanwhile. */
  acting: HeldOffice | undefined
  meeting: MeetingRow | undefined
  coming: MeetingRow[]
}

/** Returns undefined when there is a chair, or when none has been chosen in the term yet. */
export async function findVacantChair(db: Db, today: IsoDate): Promise<VacantChair | undefined> {
  const officers = await listOfficersOn(db, today)
  const { leading, deputy } = leadersIn((await statutesOn(db, today)).statutes)
  if (officers.some(leading)) return undefined
  const term = await findTermOn(db, today)
  const held = (await listOfficeholdings(db)).filter(leading)
  const left = lastEndedBefore(held, today)
  if (!left || !term || left.ends_on < term.starts_on) return undefined
  const item = await db('chair_items').where({ officeholding_id: left.id }).first()
  return {
    left,
    since: addDays(left.ends_on, 1),
    acting: officers.find(deputy),
    meeting: item && (await db('meetings').where({ id: item.meeting_id }).first()),
    coming: await db('meetings').where('held_on', '>=', today).orderBy('held_on').orderBy('starts_at'),
  }
}

/** The former chairs whose successors the meeting chooses. */
export async function listChairItems(
  db: Db,
  meetingId: MeetingId,
): Promise<{ person: string; left_on: IsoDate }[]> {
  return db('chair_items')
    .join('officeholdings', 'officeholdings.id', 'chair_items.officeholding_id')
    .join('memberships', 'memberships.id', 'officeholdings.membership_id')
    .join('people', 'people.id', 'memberships.person_id')
    .where('chair_items.meeting_id', meetingId)
    .select<{ person: string; left_on: IsoDate }[]>(
      'people.name as person',
      'officeholdings.ends_on as left_on',
    )
}

/** Puts the choice of a successor on a coming meeting. */
export async function placeChairItem(
  db: Db,
  by: By,
  officeholdingId: OfficeholdingId,
  meetingId: MeetingId,
): Promise<{ id: MeetingId }> {
  return act(db, by, async (trx) => {
    const today = by.clock.today()
    const vacant = await findVacantChair(trx, today)
    if (vacant?.left.id !== officeholdingId) throw new Conflict('chair_not_vacant')
    const meeting = await trx('meetings').where({ id: meetingId }).first()
    if (!meeting) throw new NotFound(`meeting ${meetingId}`)
    if (meeting.held_on < today) throw new Refused('meeting_is_over', { date: meeting.held_on }, 'meeting_id')
    const row = { officeholding_id: officeholdingId, meeting_id: meetingId }
    try {
      await trx('chair_items').insert({ ...row, recorded_by: by.name, recorded_on: today })
    } catch (error) {
      if (isTaken(error)) throw new Conflict('chair_item_placed')
      throw error
    }
    const subject = `officeholding:${officeholdingId}`
    const details = { meeting: meetingId, held_on: meeting.held_on }
    return { action: 'chair.item_placed', subject, details, result: { id: meetingId } }
  })
}
