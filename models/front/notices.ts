import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { MeetingRow } from '../meetings/tables.ts'

export type PublicMeeting = Pick<MeetingRow, 'title' | 'held_on' | 'starts_at' | 'place'>

/** The next meeting from the day on, without its agenda. */
export async function nextPublicMeeting(db: Db, today: IsoDate): Promise<PublicMeeting | null> {
  const meeting = await db('meetings')
    .where('held_on', '>=', today)
    .orderBy('held_on')
    .orderBy('starts_at')
    .first('title', 'held_on', 'starts_at', 'place')
  return meeting ?? null
}
