import type { Knex } from 'knex'
import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { AreaId, TermId } from '../core/ids.ts'
import { NotFound, Refused } from '../core/errors.ts'
import type { Term } from '../statutes/document.ts'
import type { AreaRow } from '../bodies/tables.ts'
import type { TermRow } from './tables.ts'

export async function listTerms(db: Db): Promise<TermRow[]> {
  return db('terms').orderBy('starts_on')
}

/** In the format of a statutes file, with the areas that each term names. */
export async function listTermsWithAreas(db: Db): Promise<(Term & { id: TermId })[]> {
  const named = await db('term_areas')
    .join('areas', 'areas.id', 'term_areas.area_id')
    .orderBy('areas.position')
    .select<{ term_id: TermId; slug: string }[]>('term_id', 'areas.slug')
  return (await listTerms(db)).map(({ id, starts_on, ends_on, municipal_election_on }) => {
    const areas = named.filter(({ term_id }) => term_id === id).map(({ slug }) => slug)
    const days = { startsOn: starts_on, endsOn: ends_on, municipalElectionOn: municipal_election_on }
    return { id, ...days, ...(areas.length > 0 && { areas }) }
  })
}

export async function getTerm(db: Db, id: TermId): Promise<TermRow> {
  const term = await db('terms').where({ id }).first()
  if (!term) throw new NotFound(`term ${id}`)
  return term
}

/** With an area: the term that the area's seats are renewed with. */
export async function findTermOn(db: Db, on: IsoDate, areaId?: AreaId): Promise<TermRow | undefined> {
  const terms = db('terms').where('starts_on', '<=', on).where('ends_on', '>=', on).orderBy('id')
  return areaId === undefined ? terms.first() : terms.where(isOfArea(areaId)).first()
}

export async function listTermsOfArea(db: Db, areaId: AreaId): Promise<TermRow[]> {
  return db('terms').where(isOfArea(areaId)).orderBy('starts_on')
}

/** Throws Refused when the area is not filled for the term: a person chosen could not be seated in the end. */
export async function requireTermOfArea(
  db: Db,
  area: Pick<AreaRow, 'id' | 'name'>,
  term: TermRow,
): Promise<void> {
  const own = await listTermsOfArea(db, area.id)
  if (!own.some(({ id }) => id === term.id))
    throw new Refused('term_of_others', { area: area.name }, 'term_id')
}

/** A term that names no areas is for all. */
function isOfArea(areaId: AreaId) {
  return (terms: Knex.QueryBuilder): void => {
    terms.whereNotExists((named) => {
      void named.from('term_areas').whereRaw('term_areas.term_id = terms.id').select('area_id')
    })
    terms.orWhereExists((own) => {
      void own
        .from('term_areas')
        .whereRaw('term_areas.term_id = terms.id')
        .where({ area_id: areaId })
        .select('area_id')
    })
  }
}
