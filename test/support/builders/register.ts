import type { By } from '../../../models/core/audit.ts'
import { isoDate, type IsoDate } from '../../../models/core/dates.ts'
import type { Db } from '../../../models/core/db.ts'
import { type MembershipId, NO_ID, type PersonId } from '../../../models/core/ids.ts'
import { insertOne } from '../../../models/core/insert.ts'
import { newestMembershipOf, startMembership } from '../../../models/council/memberships.ts'
import { electOfficer } from '../../../models/council/offices/offices.ts'
import { registerPerson, type NewPersonForm } from '../../../models/people/people.ts'
import { getSeat } from '../../../models/council/seats.ts'
import { remembered } from '../databases/remembered.ts'

/** The nine invented members of 2026–2029, by the slug of the seat. */
export const NINE = {
  'perron-4': 'Maja Lund',
  'cafe-rusfri': 'Finn Overgaard',
  slotsgaarden: 'Gerda Elmose',
  'psykiatriens-hus': 'Omar Yildiz',
  'psykiatri-1': 'Tove Brink',
  'psykiatri-2': 'Åse Ravn',
  boligsocial: 'Niels Højgaard',
  'kontanthjaelp-foertidspension': 'Karla Due',
  'forsorg-hjemloese': 'Preben Skytte',
} as const

export type SeatSlug = keyof typeof NINE

/** A person in the register, reached by phone, with the name published; returns the id. */
export const aPerson = remembered(async function aPerson(
  db: Db,
  by: By,
  given: Partial<NewPersonForm> = {},
): Promise<PersonId> {
  const { id } = await registerPerson(db, by, {
    name: 'Ellen Vang',
    phone: '86 40 00 00',
    contact_by: 'phone',
    protected_address: false,
    publish: { name: true, email: false, phone: false },
    another: true,
    ...given,
  })
  return id
})

export interface Member {
  name: string
  personId: PersonId
  membershipId: MembershipId
}

/** A member registered by hand, for all of 2026–2029 by default. */
export const aMember = remembered(async function aMember(
  db: Db,
  by: By,
  given: { seat: string; name: string; startsOn?: string; dueOn?: string } & Partial<NewPersonForm>,
): Promise<Member> {
  const { seat, startsOn = '2026-01-01', dueOn, ...person } = given
  const personId = await aPerson(db, by, person)
  const { id } = await startMembership(db, by, seat, {
    person_id: personId,
    starts_on: isoDate(startsOn),
    due_on: dueOn === undefined ? undefined : isoDate(dueOn),
    seen: await newestMembershipOf(db, (await getSeat(db, seat)).id),
  })
  return { name: person.name, personId, membershipId: id }
})

export type Council = Record<SeatSlug, Member>

/** Nine members for 2026–2029; Maja Lund is chair and Karla Due vice chair from 12 January 2026. */
export const aCouncil = remembered(async function aCouncil({ db, by }: { db: Db; by: By }): Promise<Council> {
  const members: Partial<Council> = {}
  for (const [seat, name] of Object.entries(NINE) as [SeatSlug, string][]) {
    members[seat] = await aMember(db, by, { seat, name })
  }
  const council = members as Council
  const decided_on = isoDate('2026-01-12')
  await anOfficer(db, by, council['perron-4'], 'chair', decided_on)
  await anOfficer(db, by, council['kontanthjaelp-foertidspension'], 'vice_chair', decided_on)
  return council
})

export const anOfficer = remembered(async function anOfficer(
  db: Db,
  by: By,
  member: Member,
  office: string,
  decided_on: IsoDate,
): Promise<number> {
  const { id } = await electOfficer(db, by, {
    office,
    membership_id: member.membershipId,
    starts_on: decided_on,
    decided_on,
    decided_by: 'Udsatterådet',
  })
  return id
})

/** A term from 2028 to 2031 that is for one area alone; returns its id. */
export const aTermOfOneArea = remembered(async function aTermOfOneArea(
  db: Db,
  area: string,
): Promise<number> {
  const found = await db('areas').where({ slug: area }).first('id')
  const term_id = await insertOne(db, 'terms', {
    starts_on: isoDate('2028-01-01'),
    ends_on: isoDate('2031-12-31'),
    municipal_election_on: isoDate('2027-11-16'),
  })
  await db('term_areas').insert({ term_id, area_id: found?.id ?? NO_ID })
  return term_id
})

/** Everything that the register holds, to prove that a refused form left nothing, not even a line in the log. */
export async function everythingIn(db: Db) {
  const tables = ['people', 'person_publications', 'memberships', 'officeholdings', 'audit_heads'] as const
  const rows = await Promise.all(tables.map((table) => db(table).orderBy('id')))
  return Object.fromEntries(tables.map((table, index) => [table, rows[index]]))
}
