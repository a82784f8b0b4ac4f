import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { RegisterNow } from '../../rules/council/register_now.ts'
import { notOver } from '../in_office.ts'
import { listHeld } from '../held.ts'
import { listOfficeholdings } from '../offices/offices.ts'
import { listSeats } from '../seats.ts'
import { listTerms } from '../terms.ts'
import { includesDay } from '../../rules/core/spans.ts'

/** What the register holds from the day on, for weighing new statutes against it. */
export async function registerFrom(db: Db, from: IsoDate): Promise<RegisterNow> {
  const members = await listHeld(db, (memberships) => void memberships.where(notOver(from)))
  const named = await db('term_areas')
    .join('areas', 'areas.id', 'term_areas.area_id')
    .select('term_id', 'slug')
  return {
    seats: (await listSeats(db)).map((seat) => ({ ...seat, area_key: seat.area_slug })),
    members: members.map(({ id, seat_id, term_id, person, starts_on, ends_on }) => ({
      ...{ id, seat_id, term_id, person, starts_on, ends_on },
    })),
    officers: (await listOfficeholdings(db)).filter((held) => lastsTo(held, from)),
    terms: (await listTerms(db)).map((term) => ({
      ...term,
      areas: named.filter(({ term_id }) => term_id === term.id).map(({ slug }) => slug),
    })),
  }
}

function lastsTo(held: { starts_on: IsoDate; ends_on: IsoDate }, day: IsoDate): boolean {
  return includesDay(held, day) || day < held.starts_on
}
