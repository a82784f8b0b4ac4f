import type { Db } from '../core/db.ts'
import type { CandidacyId, MembershipId, PersonId } from '../core/ids.ts'
import { groupedBy } from '../core/grouped.ts'
import { finderIn } from '../core/records.ts'
import type { PersonRow } from '../people/tables.ts'
import type { ErasureRow } from './tables.ts'
import { contactIsErased } from './accounts.ts'

/** Beside name, seat and days. Numbers are counts. */
export interface HeldAbout {
  contact: ('email' | 'phone' | 'postal_address' | 'contact_place')[]
  /** Notes on why the person left, and reasons that were kept private. */
  notes: number
  /** Notes on residence or activity. */
  flags: number
  /** Applications that came to nothing. */
  applications: number
  /** Pictures and words from a ballot that gave a seat. */
  portraits: number
  /** Closed accounts with an address or a telephone. */
  accounts: number
}

/** With scope `all` the name goes as well, so there always is something. */
export function isAnything(held: HeldAbout, scope: ErasureRow['scope']): boolean {
  const { contact, notes, flags, applications, portraits, accounts } = held
  return scope === 'all' || contact.length + notes + flags + applications + portraits + accounts > 0
}

/** By person id; for some hundred people at a time. */
export async function heldAbout(
  db: Db,
  people: readonly PersonRow[],
): Promise<(personId: PersonId) => HeldAbout> {
  const ids = people.map(({ id }) => id)
  const memberships = await db('memberships')
    .whereIn('person_id', ids)
    .select('id', 'person_id', 'candidacy_id', 'end_note', 'end_private', 'end_reason')
  const ownerOf = new Map(memberships.map(({ id, person_id }) => [id, person_id]))
  const held = [...ownerOf.keys()]
  const offices = await db('officeholdings')
    .whereIn('membership_id', held)
    .whereNotNull('end_note')
    .pluck<MembershipId[]>('membership_id')
  const flags = await db('ground_flags').whereIn('membership_id', held).pluck<MembershipId[]>('membership_id')
  const counted = new Count()
  for (const row of memberships)
    counted.add(
      'notes',
      row.person_id,
      row.end_note !== null || (row.end_private === 1 && row.end_reason !== 'other'),
    )
  for (const id of offices) counted.add('notes', ownerOf.get(id))
  for (const id of flags) counted.add('flags', ownerOf.get(id))
  await countStandIns(db, ids, counted)
  await countCandidacies(db, { ids, memberships }, counted)
  for (const account of await db('accounts').whereIn('person_id', ids).whereNotNull('closed_on'))
    counted.add('accounts', account.person_id, !contactIsErased(account))
  return finderIn(
    new Map(people.map((person) => [person.id, { contact: contactOf(person), ...counted.of(person.id) }])),
  )
}

async function countStandIns(db: Db, ids: readonly PersonId[], counted: Count): Promise<void> {
  const noted = await db('substitutes').whereIn('person_id', ids).whereNotNull('withdrawn_note')
  for (const { person_id } of noted) counted.add('notes', person_id)
}

async function countCandidacies(
  db: Db,
  {
    ids,
    memberships,
  }: { ids: readonly PersonId[]; memberships: { person_id: PersonId; candidacy_id: CandidacyId | null }[] },
  counted: Count,
): Promise<void> {
  const seats = groupedBy(
    memberships.flatMap(({ candidacy_id, person_id }) =>
      candidacy_id === null ? [] : [{ candidacy_id, person_id }],
    ),
    ({ candidacy_id }) => candidacy_id,
  )
  const open = await db('candidacies')
    .whereIn('person_id', ids)
    .whereNull('erased_on')
    .select('id', 'person_id')
  for (const { id, person_id } of open) counted.add('applications', person_id, !seats.has(id))
  const given = [...seats.keys()]
  const photos = await db('candidate_photos')
    .whereIn('candidacy_id', given)
    .pluck<CandidacyId[]>('candidacy_id')
  const candidacies = await db('candidacies').whereIn('id', given).select('id', 'statement', 'contact')
  for (const { id, statement, contact } of candidacies)
    counted.add(
      'portraits',
      seats.get(id)?.[0]?.person_id,
      statement !== null || contact !== null || photos.includes(id),
    )
}

type Counted = Exclude<keyof HeldAbout, 'contact'>

class Count {
  private readonly numbers = new Map<number, Record<Counted, number>>()

  add(what: Counted, personId: PersonId | null | undefined, counts = true): void {
    if (!counts || personId === null || personId === undefined) return
    const numbers = this.of(personId)
    numbers[what] += 1
    this.numbers.set(personId, numbers)
  }

  of(personId: PersonId): Record<Counted, number> {
    return this.numbers.get(personId) ?? { notes: 0, flags: 0, applications: 0, portraits: 0, accounts: 0 }
  }
}

function contactOf(person: PersonRow): HeldAbout['contact'] {
  const { email, phone, postal_address, contact_place_id } = person
  return [
    ...(email === null ? [] : (['email'] as const)),
    ...(phone === null ? [] : (['phone'] as const)),
    ...(postal_address === null ? [] : (['postal_address'] as const)),
    ...(contact_place_id === null ? [] : (['contact_place'] as const)),
  ]
}
