import { addDays, type IsoDate } from '../dates.ts'
import type { Db } from '../db.ts'
import type { Office } from '../tables.ts'
import { listHeld, type Held } from './held.ts'
import { standing } from './in_office.ts'

export interface HeldOfficeDays {
  office: Office
  starts_on: IsoDate
  ends_on: IsoDate
}

/**
 * One stretch of a seat's story: somebody on it, or nobody. A gap that is still open has no `until`; of the time before
 * the first membership the register knows nothing, so that is `unknown` and no gap.
 */
export type Chapter =
  | { kind: 'held'; held: Held; offices: HeldOfficeDays[] }
  | { kind: 'gap' | 'unknown'; from: IsoDate; until: IsoDate | undefined }

/** The seat's story up to the day, with whoever is booked to come, the newest first. The gaps are shown as gaps. */
export async function seatStory(
  db: Db,
  seat: { id: number; starts_on: IsoDate },
  today: IsoDate,
): Promise<Chapter[]> {
  const held = await listHeld(
    db,
    (memberships) =>
      void memberships
        .where('memberships.seat_id', seat.id)
        .where(standing())
        .orderBy('memberships.starts_on'),
  )
  const offices = await db('officeholdings')
    .whereIn(
      'membership_id',
      held.map(({ id }) => id),
    )
    .where(standing('officeholdings'))
    .orderBy('starts_on')
  const chapters: Chapter[] = []
  let next = seat.starts_on
  for (const membership of held) {
    if (next < membership.starts_on)
      chapters.push({ kind: kindOf(chapters), from: next, until: addDays(membership.starts_on, -1) })
    const own = offices.filter(({ membership_id }) => membership_id === membership.id)
    chapters.push({ kind: 'held', held: membership, offices: own })
    next = addDays(membership.ends_on, 1)
  }
  if (next <= today) chapters.push({ kind: kindOf(chapters), from: next, until: undefined })
  return chapters.reverse()
}

function kindOf(before: Chapter[]): 'gap' | 'unknown' {
  return before.length === 0 ? 'unknown' : 'gap'
}
