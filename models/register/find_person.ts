import type { Db } from '../db.ts'
import type { PersonRow } from '../tables.ts'
import { notUndone } from '../exchange/undone_people.ts'

/** Somebody in the register; undefined where nobody has the number, or whoever had it came with an undone import. */
export async function findPerson(db: Db, id: number): Promise<PersonRow | undefined> {
  return db('people').where({ id }).where(notUndone(db)).first()
}
