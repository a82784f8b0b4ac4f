import type { Knex } from 'knex'
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
  const bodies = await namesIn(db, [db.from('body_names'), db.from('areas')])
  const members = (await listPublicNames(db)).values()
  return [...bodies, ...members, ...(await namesOfCandidates(db))]
}

async function namesOfCandidates(db: Db): Promise<string[]> {
  const listed = (await db('elections').select('id', 'list_version', 'status')).filter(isListed)
  if (listed.length === 0) return []
  const ids = listed.map(({ id }) => id)
  const standing = await db('candidacies').whereIn('election_id', ids).whereNull('withdrawn_on')
  return (await publicNames(db, standing)).flatMap(({ name }) => name ?? [])
}

/**
 * Lists what the user may see in the office beside what visitors may. Voters' names are not among them: a roll is too
 * long and changes without an act.
 */
export async function namesForUser(db: Db, user: SignedIn): Promise<string[]> {
  const can = canOf(user)
  const elections = can['elections.read'] ? (await listElections(db, user)).map(({ id }) => id) : []
  return namesIn(db, [
    db.from('accounts'),
    ...(can['register.read'] ? [db.from('people').where(knownPeople(db))] : []),
    ...(can['contacts.read'] ? [db.from('body_contacts')] : []),
    ...(elections.length > 0 ? [db.from('candidacies').whereIn('election_id', elections)] : []),
  ])
}

/** One question to the database: it is asked again after each act. */
async function namesIn(db: Db, tables: readonly Knex.QueryBuilder[]): Promise<string[]> {
  const all = db.unionAll(tables.map((table) => table.select('name')))
  return ((await all) as { name: string }[]).map(({ name }) => name)
}
