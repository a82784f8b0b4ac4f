import type { Knex } from 'knex'
import type { Db } from '../core/db.ts'

/** Leaves out the erased and those of undone imports: their rows stay, since memberships and the log point at them. */
export function knownPeople(db: Db) {
  return (people: Knex.QueryBuilder): void => {
    void people.whereNotIn(
      'people.id',
      db('imported_people')
        .join('imports', 'imports.id', 'imported_people.import_id')
        .where('imports.state', 'undone')
        .select('imported_people.person_id'),
    )
    void people.whereNotIn('people.id', db('erasures').where({ scope: 'all' }).select('person_id'))
  }
}
