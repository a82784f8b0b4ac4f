import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { MembershipId, SeatId } from '../core/ids.ts'
import { longAbsence, type LongAbsence } from '../rules/council/absence_loss.ts'
import { meetingsDuring } from '../rules/council/attendance_sum.ts'
import type { Rule, RuleValue } from '../statutes/document.ts'
import type { AttendanceStatus } from './tables.ts'
import type { SeatInArea } from '../council/seats.ts'
import { rosterOn, type RosterMember } from '../council/roster.ts'
import { statutesOn } from '../statutes/versions.ts'

/** The member was away without notice as long as the rule says. Nothing is done about it here. */
export interface AbsentMember extends LongAbsence {
  seat: SeatInArea
  member: RosterMember
  rule: Rule<Exclude<RuleValue<'absenceLoss'>, 'off'>>
}

/** Empty when the statutes of the day have no such rule. */
export async function listLongAbsent(db: Db, today: IsoDate): Promise<AbsentMember[]> {
  const { value, ...rest } = (await statutesOn(db, today)).statutes.rules.absenceLoss
  if (value === 'off') return []
  const sitting = (await rosterOn(db, today)).flatMap(({ seat, member }) =>
    member ? [{ seat, member }] : [],
  )
  const marks = await db('attendances')
    .join('meetings', 'meetings.id', 'attendances.meeting_id')
    .whereIn(
      'membership_id',
      sitting.map(({ member }) => member.id),
    )
    .select<{ membership_id: MembershipId; held_on: IsoDate; mark: AttendanceStatus }[]>(
      'membership_id',
      'held_on',
      'status as mark',
    )
  return sitting.flatMap(({ seat, member }) => {
    const own = marks.filter(({ membership_id }) => membership_id === member.id)
    const absence = longAbsence(value, meetingsDuring(member, own), today)
    return absence ? [{ ...absence, seat, member, rule: { ...rest, value } }] : []
  })
}

/** Returns undefined when the seat's member has no long absence. */
export async function findLongAbsent(
  db: Db,
  seatId: SeatId,
  today: IsoDate,
): Promise<AbsentMember | undefined> {
  return (await listLongAbsent(db, today)).find(({ seat }) => seat.id === seatId)
}
