import { addDays, type IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import { listAreasOfTerm } from '../../council/areas.ts'
import { listTerms } from '../../council/terms.ts'
import type { SeatInArea } from '../../council/seats.ts'
import { comingVacancy, rosterOn, type RosterLine } from '../../council/roster.ts'
import { includesDay } from '../../rules/core/spans.ts'
import type { TermRow } from '../../council/tables.ts'

/** Seats are asked for this long before a term: the months around the municipal election. */
const AHEAD_DAYS = 120

export interface SeatToFill {
  seat: SeatInArea
  term: TermRow
  /** undefined for a seat that was never held. */
  vacantSince: IsoDate | undefined
}

/** Seats of organisations without holder or nomination, now, from a known last day, and in a term that begins soon. */
export async function listSeatsToFill(db: Db, today: IsoDate): Promise<SeatToFill[]> {
  const terms = await listTerms(db)
  const open = await db('nominations').where({ status: 'open' }).select('seat_id', 'term_id')
  const toFill: SeatToFill[] = []
  for (const term of terms) {
    const day = dayToLookAt(term, today)
    if (day === undefined) continue
    const areas = new Set((await listAreasOfTerm(db, term.id)).map(({ id }) => id))
    for (const { seat, vacancy } of await withComing(db, await rosterOn(db, day))) {
      if (vacancy?.filling.by !== 'nomination' || !areas.has(seat.area_id)) continue
      const asked = open.some(({ seat_id, term_id }) => seat_id === seat.id && term_id === term.id)
      const booked = vacancy.next !== undefined && includesDay(term, vacancy.next.starts_on)
      if (!asked && !booked)
        toFill.push({ seat, term, vacantSince: vacancy.neverFilled ? undefined : vacancy.vacantSince })
    }
  }
  return toFill
}

async function withComing(db: Db, roster: readonly RosterLine[]): Promise<RosterLine[]> {
  const lines = []
  for (const line of roster) lines.push((await comingVacancy(db, line)) ?? line)
  return lines
}

function dayToLookAt(term: TermRow, today: IsoDate): IsoDate | undefined {
  if (includesDay(term, today)) return today
  const soon = { starts_on: today, ends_on: addDays(today, AHEAD_DAYS) }
  return includesDay(soon, term.starts_on) ? term.starts_on : undefined
}
