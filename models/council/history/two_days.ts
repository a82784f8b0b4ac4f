import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { BodyId, StatutesVersionId } from '../../core/ids.ts'
import { bodyNamer } from '../../bodies/names.ts'
import {
  nameDifferences,
  officeDifferences,
  peopleDifference,
  seatDifferences,
  type OfficeDifference,
  type PeopleDifference,
  type SeatDifference,
  type SeatOnDay,
} from './roster_difference.ts'
import { includesDay } from '../../rules/core/spans.ts'
import type { Statutes } from '../../statutes/document.ts'
import { listOfficersOn, type HeldOffice } from '../offices/offices.ts'
import type { SeatInArea } from '../seats.ts'
import { rosterOn, type RosterLine, type RosterMember } from '../roster.ts'
import { statutesOn } from '../../statutes/versions.ts'

export interface SeatThen extends SeatOnDay<RosterMember> {
  seat: SeatInArea
}

export interface TwoDays {
  seats: SeatDifference<SeatThen>[]
  people: PeopleDifference<SeatThen>
  offices: OfficeDifference<HeldOffice>[]
  names: { id: BodyId; before: string; after: string }[]
  /** null when one version is in force on both days. */
  statutes: { before: Version; after: Version } | null
}

interface Version {
  id: StatutesVersionId
  in_force_from: IsoDate
  statutes: Statutes
}

export async function compareDays(db: Db, from: IsoDate, until: IsoDate): Promise<TwoDays> {
  const before = (await rosterOn(db, from)).map(seatThen)
  const after = (await rosterOn(db, until)).map(seatThen)
  const versions = { before: await statutesOn(db, from), after: await statutesOn(db, until) }
  return {
    seats: seatDifferences<RosterMember, SeatThen>(before, after),
    people: peopleDifference<RosterMember, SeatThen>(before, after),
    offices: officeDifferences(await listOfficersOn(db, from), await listOfficersOn(db, until)),
    names: nameDifferences(await namesOn(db, from), await namesOn(db, until)),
    statutes: versions.before.id === versions.after.id ? null : versions,
  }
}

function seatThen({ seat, member, vacancy }: RosterLine): SeatThen {
  if (member) return { id: seat.id, seat, state: { is: 'held', member } }
  return { id: seat.id, seat, state: { is: vacancy?.neverFilled ? 'unknown' : 'vacant' } }
}

async function namesOn(db: Db, day: IsoDate): Promise<{ id: BodyId; name: string }[]> {
  const nameOf = await bodyNamer(db)
  const bodies = await db('bodies').orderBy('id')
  return bodies
    .filter(({ active_from, active_until }) =>
      includesDay({ starts_on: active_from ?? day, ends_on: active_until ?? day }, day),
    )
    .map(({ id }) => ({ id, name: nameOf(id, day) }))
}
