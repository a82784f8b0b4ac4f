import type { SignedIn } from '../accounts/accounts.ts'
import { canOf } from '../accounts/permissions.ts'
import type { Db } from '../core/db.ts'
import { listPublicNames } from '../council/publication.ts'
import { publicNames } from '../elections/candidates/publication.ts'
import { listElections } from '../elections/elections.ts'
import { knownPeople } from '../people/known_people.ts'
import { isListed } from '../rules/elections/candidate_list.ts'

// Which names a reader's pages may hold. A name beyond these would tell a reader that it is known here.

/** Lists what a visitor may see: places, organisations, areas, and people who are shown by name. */
export async function namesForVisitors(db: Db): Promise<string[]> {
  const listed = (await db('elections').select('id', 'list_version', 'status')).filter(isListed)
  const standing = await db('candidacies')
    .whereIn(
      'election_id',
      listed.map(({ id }) => id),
    )
    .whereNull('withdrawn_on')
  const candidates = (await publicNames(db, standing)).flatMap(({ name }) => name ?? [])
  const members = (await listPublicNames(db)).values()
  return [...(await namesOfBodies(db)), ...members, ...candidates]
}

/** Lists what the user may see in the office. Voters' names are not among them: a roll is too long and changes without an act. */
export async function namesForUser(db: Db, user: SignedIn): Promise<string[]> {
  const can = canOf(user)
  const staff = await db('accounts').pluck<string[]>('name')
  const people = can['register.read'] ? await db('people').where(knownPeople(db)).pluck<string[]>('name') : []
  const contacts = can['contacts.read'] ? await db('body_contacts').pluck<string[]>('name') : []
  const elections = can['elections.read'] ? (await listElections(db, user)).map(({ id }) => id) : []
  const standing = await db('candidacies').whereIn('election_id', elections).pluck<string[]>('name')
  return [...(await namesForVisitors(db)), ...staff, ...people, ...contacts, ...standing]
}

async function namesOfBodies(db: Db): Promise<string[]> {
  const bodies = await db('body_names').pluck<string[]>('name')
  return [...bodies, ...(await db('areas').pluck<string[]>('name'))]
}
