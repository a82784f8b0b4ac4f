import type { Knex } from 'knex'
import type { Db } from '../db.ts'

/**
 * Leaves out those who came into the register by an import that was undone: their rows have to stay, since struck-out
 * memberships point at them, but they are nobody.
 */
export function notUndone(db: Db) {
  return (people: Knex.QueryBuilder): void => {
    people.whereNotIn(
      'people.id',
      db('imported_people')
        .join('imports', 'imports.id', 'imported_people.import_id')
        .where('imports.state', 'undone')
        .select('imported_people.person_id'),
    )
  }
}
