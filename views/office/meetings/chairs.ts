import type { Attendance, ChairAtTable } from '../../../models/meetings/attendance.ts'
import type { AttendanceStatus } from '../../../models/meetings/tables.ts'
import { officesOf, type Office } from '../../../models/statutes/offices.ts'
import { officeName } from '../../partials/statutes/office_words.ts'
import type { Reader } from '../../reader.ts'
import type { MembershipId } from '../../../models/core/ids.ts'

/** A seat at the table; without a member when it is vacant. */
export interface ChairLine {
  slug: string
  seat: string
  member: MemberAtTable | null
}

export interface MemberAtTable {
  membershipId: MembershipId
  name: string
  office: string | null
  status: AttendanceStatus | null
}

export function chairLines(reader: Reader, { chairs, rules }: Attendance): ChairLine[] {
  const offices = officesOf({ rules })
  return chairs.map((chair) => chairLine(reader, offices, chair))
}

function chairLine(reader: Reader, offices: readonly Office[], { seat, member }: ChairAtTable): ChairLine {
  const { slug, label } = seat
  if (!member) return { slug, seat: label, member: null }
  const { membership_id: membershipId, name, status = null } = member
  const office = member.office === undefined ? null : officeName(reader, offices, member.office)
  return { slug, seat: label, member: { membershipId, name, office, status } }
}
