import type { Knex } from 'knex'
import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { PersonId } from '../core/ids.ts'
import { standing } from '../council/in_office.ts'
import { knownPeople } from '../people/known_people.ts'
import { erasedFrom, scopeOf, type Retention } from '../rules/privacy/retention.ts'
import type { ErasureRow } from './tables.ts'
import { heldAbout, isAnything } from './held_about.ts'
import { tiesOf } from './ties.ts'

const AT_ONCE = 500

export interface DuePerson {
  id: PersonId
  name: string
  scope: ErasureRow['scope']
  from: IsoDate
}

/** Everyone about whom the rules will erase something, with the day from which it goes. */
export async function listDuePeople(
  db: Db,
  { today, retention }: { today: IsoDate; retention: Retention },
): Promise<DuePerson[]> {
  const people = await db('people').where(knownPeople(db)).where(mayHaveSomething(db)).orderBy('id')
  const due: DuePerson[] = []
  for (let start = 0; start < people.length; start += AT_ONCE) {
    const some = people.slice(start, start + AT_ONCE)
    const held = await heldAbout(db, some)
    const ties = await tiesOf(db, some)
    for (const { id, name } of some) {
      const own = ties(id)
      const from = erasedFrom(own, retention, today)
      const scope = scopeOf(own)
      if (from !== undefined && isAnything(held(id), scope)) due.push({ id, name, scope, from })
    }
  }
  return due
}

/** Spares a look at thousands from old papers, of whom there are only a name, a seat and days. */
function mayHaveSomething(db: Db) {
  const memberships = () => db('memberships').select('memberships.person_id')
  return (people: Knex.QueryBuilder): void => {
    for (const field of ['email', 'phone', 'postal_address', 'contact_place_id'])
      void people.orWhereNotNull(`people.${field}`)
    void people
      .orWhereNotIn('people.id', memberships().where(standing()))
      .orWhereIn('people.id', memberships().whereNotNull('end_note'))
      .orWhereIn('people.id', memberships().where({ end_private: 1 }))
      .orWhereIn('people.id', memberships().whereNotNull('candidacy_id'))
    for (const table of ['officeholdings', 'ground_flags'])
      void people.orWhereIn(
        'people.id',
        memberships().join(table, `${table}.membership_id`, 'memberships.id'),
      )
    for (const table of ['substitutes', 'candidacies', 'accounts'])
      void people.orWhereIn('people.id', db(table).whereNotNull('person_id').select('person_id'))
  }
}
