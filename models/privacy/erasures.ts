import type { Db } from '../core/db.ts'
import type { ErasureRow } from './tables.ts'

/** Oldest first. */
export async function listErasuresOf(db: Db, personId: number): Promise<ErasureRow[]> {
  return db('erasures').where({ person_id: personId }).orderBy('id')
}
