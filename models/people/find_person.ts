import type { Db } from '../core/db.ts'
import type { PersonId } from '../core/ids.ts'
import type { PersonRow } from './tables.ts'
import { knownPeople } from './known_people.ts'

/** Returns undefined also when the person was erased or came by an import that is undone. */
export async function findPerson(db: Db, id: PersonId): Promise<PersonRow | undefined> {
  return db('people').where({ id }).where(knownPeople(db)).first()
}
