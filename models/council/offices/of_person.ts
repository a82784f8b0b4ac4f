import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { OfficeholdingId, PersonId } from '../../core/ids.ts'
import type { OfficeholdingRow } from './tables.ts'

export interface PersonOffice extends OfficeholdingRow {
  /** The meetings with the choice of a successor on the agenda, when the chair left. */
  items: { title: string; held_on: IsoDate }[]
}

/** Newest first, struck-out ones too. */
export async function listOfficesOf(db: Db, personId: PersonId): Promise<PersonOffice[]> {
  const offices = await db('officeholdings')
    .join('memberships', 'memberships.id', 'officeholdings.membership_id')
    .where('memberships.person_id', personId)
    .orderBy('officeholdings.starts_on', 'desc')
    .orderBy('officeholdings.id', 'desc')
    .select<OfficeholdingRow[]>('officeholdings.*')
  const items = await db('chair_items')
    .join('meetings', 'meetings.id', 'chair_items.meeting_id')
    .whereIn(
      'officeholding_id',
      offices.map(({ id }) => id),
    )
    .orderBy('meetings.held_on')
    .select<{ officeholding_id: OfficeholdingId; title: string; held_on: IsoDate }[]>(
      ...['officeholding_id', 'meetings.title', 'meetings.held_on'],
    )
  return offices.map((office) => ({
    ...office,
    items: items
      .filter(({ officeholding_id }) => officeholding_id === office.id)
      .map(({ title, held_on }) => ({ title, held_on })),
  }))
}
