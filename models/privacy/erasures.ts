import type { Db } from '../core/db.ts'
import type { PersonId } from '../core/ids.ts'
import type { ErasureRow } from './tables.ts'

/** Oldest first. */
export async function listErasuresOf(db: Db, personId: PersonId): Promise<ErasureRow[]> {
  return db('erasures').where({ person_id: personId }).orderBy('id')
}
