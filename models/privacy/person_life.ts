import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { MembershipId, PersonId } from '../core/ids.ts'
import { begunBy } from '../rules/core/known_by.ts'
import { includesDay } from '../rules/core/spans.ts'
import { formalAppointmentsOf, type FormalAppointment } from '../council/formal/formal_appointments.ts'
import { listMembershipsOf, type MembershipOfPerson } from '../council/memberships.ts'
import { listMeetingsOf, sumMeetings, type TermAttendance } from '../meetings/of_person.ts'
import { listCandidaciesOf, type PersonCandidacy } from '../elections/candidates/of_person.ts'
import { listGroundsOf, type PersonGround } from '../council/grounds/of_person.ts'
import { listNominationsOf, type PersonNomination } from '../renewal/nominations/of_person.ts'
import { listOfficesOf, type PersonOffice } from '../council/offices/of_person.ts'
import { listSubstitutesOf, type PersonSubstitute } from '../council/substitutes/of_person.ts'

/** `over` is false for an end that had not come on the day, so that it is not shown. */
export interface PersonLife {
  memberships: (MembershipOfPerson & { over: boolean })[]
  /** What the statutes ask after the election, by membership id. */
  formal: ReadonlyMap<MembershipId, FormalAppointment>
  offices: (PersonOffice & { over: boolean })[]
  held: { membership: MembershipOfPerson; offices: PersonOffice[] } | undefined
  candidacies: PersonCandidacy[]
  nominations: PersonNomination[]
  substitutes: PersonSubstitute[]
  attendance: TermAttendance[]
  grounds: PersonGround[]
}

/** With a day: what was known by then; without: bookings too. Never struck-out rows. A fixed number of queries. */
export async function personLife(
  db: Db,
  personId: PersonId,
  { today, by }: { today: IsoDate; by?: IsoDate | undefined },
): Promise<PersonLife> {
  const memberships = await listMembershipsOf(db, personId)
  const offices = (await listOfficesOf(db, personId)).filter(({ voided_on }) => voided_on === null)
  const day = by ?? today
  const membership = memberships.find((held) => includesDay(held, day))
  const held = offices.filter((office) => includesDay(office, day))
  const upTo = by !== undefined && by < today ? by : today
  return {
    memberships: begunBy(memberships, by),
    formal: await formalAppointmentsOf(db, memberships),
    offices: begunBy(offices, by),
    held: membership && { membership, offices: held },
    candidacies: await listCandidaciesOf(db, personId, by),
    nominations: await listNominationsOf(db, personId, by),
    substitutes: await listSubstitutesOf(db, personId, by),
    attendance: await sumMeetings(db, await listMeetingsOf(db, personId, upTo)),
    grounds: await listGroundsOf(db, personId, by),
  }
}
