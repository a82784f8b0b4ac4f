import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { SeatId } from '../../core/ids.ts'
import { seatStretches, type Empty } from '../../rules/council/seat_stretches.ts'
import type { OfficeKey } from '../../statutes/offices.ts'
import { listHeld, type Held } from '../held.ts'
import { standing } from '../in_office.ts'

export interface HeldOfficeDays {
  office: OfficeKey
  starts_on: IsoDate
  ends_on: IsoDate
}

export type Chapter = { kind: 'held'; held: Held; offices: HeldOfficeDays[] } | Empty

/** Newest first, up to the day and with booked members. Gaps stay visible. */
export async function seatStory(
  db: Db,
  seat: { id: SeatId; starts_on: IsoDate; ends_on: IsoDate | null },
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
  return seatStretches(seat, held, today)
    .map((stretch) =>
      stretch.kind === 'held'
        ? { ...stretch, offices: offices.filter(({ membership_id }) => membership_id === stretch.held.id) }
        : stretch,
    )
    .reverse()
}
