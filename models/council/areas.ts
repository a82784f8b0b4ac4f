import type { Db } from '../core/db.ts'
import type { AreaId, TermId } from '../core/ids.ts'
import { NotFound } from '../core/errors.ts'
import type { AreaRow } from '../bodies/tables.ts'

export async function listAreas(db: Db): Promise<AreaRow[]> {
  return db('areas').orderBy('position')
}

export async function getArea(db: Db, id: AreaId): Promise<AreaRow> {
  const area = await db('areas').where({ id }).first()
  if (!area) throw new NotFound(`area ${id}`)
  return area
}

/** Lists the areas whose seats the term fills: all areas when the term names none. */
export async function listAreasOfTerm(db: Db, termId: TermId): Promise<AreaRow[]> {
  const named = await db('term_areas').where({ term_id: termId }).pluck<AreaId[]>('area_id')
  return (await listAreas(db)).filter(({ id }) => named.length === 0 || named.includes(id))
}
