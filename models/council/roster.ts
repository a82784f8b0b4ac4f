import { addDays, type IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { MembershipId } from '../core/ids.ts'
import { rosterOn as seatHolders } from '../rules/council/roster.ts'
import { vacanciesOn, type Vacancy } from '../rules/council/vacancy.ts'
import type { OfficeKey } from '../statutes/offices.ts'
import { listHeld, type Held } from './held.ts'
import { inOffice, standing } from './in_office.ts'
import { listSeats, type SeatInArea } from './seats.ts'
import { statutesAsRegistered } from './places_over_time.ts'
import { statutesOn } from '../statutes/versions.ts'
import { listSubstitutesOn } from './substitutes/ready.ts'

export interface RosterMember extends Held {
  office: OfficeKey | undefined
}

type SeatInStatutes = SeatInArea & { area_key: string }

/** Exactly one of `member` and `vacancy` is set. */
export interface RosterLine {
  seat: SeatInArea
  member: RosterMember | undefined
  vacancy: Vacancy<SeatInStatutes, Held> | undefined
}

/** Every seat of the day by number. The index on seat and first day keeps the cost the same over the years. */
export async function rosterOn(db: Db, date: IsoDate): Promise<RosterLine[]> {
  const seats = (await listSeats(db, date)).map((seat) => ({ ...seat, area_key: seat.area_slug }))
  const around = await listAround(db, date)
  const offices = await officesHeldIn(db, around, date)
  const statutes = await statutesAsRegistered(db, (await statutesOn(db, date)).statutes, date)
  const stepIn = statutes.rules.vacancy.value === 'substitute'
  const substitutes = stepIn ? await listSubstitutesOn(db, date) : []
  const vacancies = new Map(
    vacanciesOn(date, seats, around, statutes, substitutes).map((vacancy) => [vacancy.seat.id, vacancy]),
  )
  return seatHolders(date, seats, around)
    .map(({ seat, membership }) => ({
      seat,
      member: membership && { ...membership, office: offices.get(membership.id) },
      vacancy: vacancies.get(seat.id),
    }))
    .filter(({ member, vacancy }) => member !== undefined || vacancy !== undefined)
}

/** The seat on the day after an early leaver's last day. Undefined unless it becomes vacant. */
export async function comingVacancy(db: Db, { member, seat }: RosterLine): Promise<RosterLine | undefined> {
  if (!member || member.end_reason === null) return undefined
  const after = await rosterOn(db, addDays(member.ends_on, 1))
  return after.find((line) => line.seat.id === seat.id && line.vacancy)
}

/** For each seat the last membership begun by the day, and the first after it. */
async function listAround(db: Db, date: IsoDate): Promise<Held[]> {
  const ofSeat = () => db('memberships').where('seat_id', db.ref('seats.id')).where(standing()).limit(1)
  const begun = ofSeat().where('starts_on', '<=', date).orderBy('starts_on', 'desc').select('id')
  const coming = ofSeat().where('starts_on', '>', date).orderBy('starts_on').select('id')
  const picked = await db('seats').select<{ begun: MembershipId | null; coming: MembershipId | null }[]>(
    begun.as('begun'),
    coming.as('coming'),
  )
  const ids = picked.flatMap((seat) => [seat.begun, seat.coming]).filter((id) => id !== null)
  return listHeld(db, (memberships) => void memberships.whereIn('memberships.id', ids))
}

async function officesHeldIn(
  db: Db,
  memberships: Held[],
  date: IsoDate,
): Promise<Map<MembershipId, OfficeKey>> {
  const ids = memberships.map(({ id }) => id)
  const held = await db('officeholdings')
    .whereIn('membership_id', ids)
    .where(inOffice(date, 'officeholdings'))
  return new Map(held.map(({ membership_id, office }) => [membership_id, office]))
}
