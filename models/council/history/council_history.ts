import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import { nominatorsByMembership } from './nominators.ts'
import { bodyNamer } from '../../bodies/names.ts'
import { groupedBy } from '../../core/grouped.ts'
import { seatStretches, type Stretch } from '../../rules/council/seat_stretches.ts'
import type { TermRow } from '../tables.ts'
import { listHeld, type Held } from '../held.ts'
import { standing } from '../in_office.ts'
import { listSeats, type SeatInArea } from '../seats.ts'
import { listTerms } from '../terms.ts'
import type { HeldOfficeDays } from './seat_story.ts'
import { isElectedSeat } from '../../rules/core/by_kind.ts'

/** With the offices held meanwhile, and the nominators under their names of the first day. */
export interface HeldInFull extends Held {
  offices: HeldOfficeDays[]
  nominatedBy: string[]
}

export interface SeatHistory {
  seat: SeatInArea
  /** Oldest first. */
  stretches: Stretch<HeldInFull>[]
}

export interface CouncilHistory {
  /** Every seat, past ones too, by number. */
  seats: SeatHistory[]
  terms: TermRow[]
}

/** Up to today and with booked members; seats carry their names of `day`. A few queries, whatever the size. */
export async function councilHistory(db: Db, today: IsoDate, day: IsoDate): Promise<CouncilHistory> {
  const held = await listHeld(
    db,
    (memberships) => void memberships.where(standing()).orderBy('memberships.starts_on'),
  )
  const seats = await listSeats(db, day)
  const ofSeat = groupedBy(await inFull(db, held, seats), ({ seat_id }) => seat_id)
  return {
    seats: seats.map((seat) => ({ seat, stretches: seatStretches(seat, ofSeat.get(seat.id) ?? [], today) })),
    terms: await listTerms(db),
  }
}

async function inFull(db: Db, held: readonly Held[], seats: readonly SeatInArea[]): Promise<HeldInFull[]> {
  // At a place there are no nominations.
  const places = new Set(seats.filter(isElectedSeat).map(({ id }) => id))
  const nameOf = await bodyNamer(db)
  const nominators = await nominatorsByMembership(db, held, nameOf)
  const offices = await db('officeholdings').where(standing('officeholdings')).orderBy('starts_on')
  const ofMembership = groupedBy(offices, ({ membership_id }) => membership_id)
  return held.map((one) => ({
    ...one,
    offices: (ofMembership.get(one.id) ?? []).map(({ office, starts_on, ends_on }) => ({
      ...{ office, starts_on, ends_on },
    })),
    nominatedBy: places.has(one.seat_id)
      ? []
      : (nominators.get(one.id)?.ids ?? []).map((body) => nameOf(body, one.starts_on)),
  }))
}
