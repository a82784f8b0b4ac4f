import type { Db } from '../core/db.ts'
import type { PersonRow } from './tables.ts'
import { somebody } from './somebody.ts'

/** Somebody in the register; undefined where nobody has the number, or whoever had it is nobody any more: see `somebody`. */
export async function findPerson(db: Db, id: number): Promise<PersonRow | undefined> {
  return db('people').where({ id }).where(somebody(db)).first()
}
