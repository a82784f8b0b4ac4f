import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { NominationId, PersonId, SeatId } from '../../core/ids.ts'
import { standing } from '../../council/in_office.ts'
import { listSeats, type SeatInArea } from '../../council/seats.ts'
import { listTermsOfArea } from '../../council/terms.ts'
import { openSeats } from '../../rules/council/open_seats.ts'
import { includesDay, overlaps, type Span } from '../../rules/core/spans.ts'
import type { Nomination } from './nominations.ts'
import type { TermRow } from '../../council/tables.ts'

interface Holder extends Span {
  seat_id: SeatId
  person: string
}

async function listHolders(db: Db, seatId: SeatId): Promise<Holder[]> {
  return db('memberships')
    .where({ seat_id: seatId })
    .where(standing())
    .join('people', 'people.id', 'memberships.person_id')
    .orderBy('starts_on')
    .select('memberships.seat_id', 'memberships.starts_on', 'memberships.ends_on', 'people.name as person')
}

/** A holder on the term's last day: the seat cannot be filled before the term ends. */
export async function holderAtEnd(db: Db, seat: SeatInArea, term: TermRow): Promise<Holder | undefined> {
  return (await listHolders(db, seat.id)).find((holder) => includesDay(holder, term.ends_on))
}

/** The first day from which the seat stays free to the term's end. Returns undefined when there is none. */
export async function freeFrom(
  db: Db,
  seat: SeatInArea,
  term: TermRow,
  from: IsoDate,
): Promise<IsoDate | undefined> {
  const window = { starts_on: from, ends_on: term.ends_on }
  return openSeats([seat], await listHolders(db, seat.id), window)[0]?.from
}

export interface TermOfSeat {
  term: TermRow
  holder: { person: string; until: IsoDate } | undefined
  openNomination: NominationId | undefined
}

/** Terms that are not over, each with what hinders asking for the seat. */
export async function listTermsOfSeat(db: Db, seat: SeatInArea, today: IsoDate): Promise<TermOfSeat[]> {
  const holders = await listHolders(db, seat.id)
  const open = await db('nominations').where({ seat_id: seat.id, status: 'open' })
  const terms = (await listTermsOfArea(db, seat.area_id)).filter((term) => term.ends_on >= today)
  return terms.map((term) => {
    const holder = holders.find((span) => includesDay(span, term.ends_on))
    return {
      term,
      holder: holder && { person: holder.person, until: holder.ends_on },
      openNomination: open.find(({ term_id }) => term_id === term.id)?.id,
    }
  })
}

/** Other seats that the nominees hold in the term: a member can hold only one. */
export async function seatsElsewhere(
  db: Db,
  { seat, term, answers }: Pick<Nomination, 'seat' | 'term' | 'answers'>,
): Promise<Map<PersonId, string>> {
  const held = await db('memberships')
    .whereIn(
      'person_id',
      answers.map(({ person_id }) => person_id),
    )
    .whereNot({ seat_id: seat.id })
    .where(standing())
  const seats = await listSeats(db)
  return new Map(
    held
      .filter((one) => overlaps(one, term))
      .map((one) => [one.person_id, seats.find(({ id }) => id === one.seat_id)?.label ?? '']),
  )
}
