import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { AreaId, TermId } from '../../core/ids.ts'
import { listAreas, listAreasOfTerm } from '../../council/areas.ts'
import { listTerms, listTermsOfArea } from '../../council/terms.ts'
import { lastEndedBefore } from '../../rules/core/spans.ts'
import type { AreaRow } from '../../bodies/tables.ts'
import type { TermRow } from '../../council/tables.ts'
import { listOpenSeats } from '../result/seating.ts'
import { listSittings } from './sittings.ts'
import { isPlace } from '../../rules/core/by_kind.ts'

export interface PlaceToElect extends AreaRow {
  /** The first of the place's own terms with a free seat; null when every seat is held in all of them. */
  open_term_id: TermId | null
}

export interface TermToElect extends TermRow {
  /** Names, of the places that the term is for; undefined when it is for all of them. */
  only: string[] | undefined
}

export async function listPlaceAreas(
  db: Db,
  today: IsoDate,
): Promise<{ areas: PlaceToElect[]; terms: TermToElect[] }> {
  const places = (await listAreas(db)).filter(isPlace)
  const areas = await Promise.all(
    places.map(async (area) => ({ ...area, open_term_id: await firstOpenTerm(db, area, today) })),
  )
  const terms: TermToElect[] = []
  for (const term of notOver(await listTerms(db), today)) {
    const own = (await listAreasOfTerm(db, term.id)).filter(isPlace)
    const only = own.length === places.length ? undefined : own.map(({ name }) => name)
    if (own.length > 0) terms.push({ ...term, only })
  }
  return { areas, terms }
}

function notOver(terms: readonly TermRow[], today: IsoDate): TermRow[] {
  return terms.filter((term) => lastEndedBefore([term], today) === undefined)
}

async function firstOpenTerm(db: Db, area: AreaRow, today: IsoDate): Promise<TermId | null> {
  for (const term of notOver(await listTermsOfArea(db, area.id), today)) {
    if ((await listOpenSeats(db, area.id, term, today)).length > 0) return term.id
  }
  return null
}

/** The times are those of the last election there. Without one, only the name of the place is known. */
export async function usualTimes(
  db: Db,
  area: { id: AreaId; name: string },
): Promise<{ place: string; opens_at?: string; closes_at?: string }> {
  const last = await db('elections')
    .where({ area_id: area.id })
    .orderBy('polling_on', 'desc')
    .orderBy('id', 'desc')
    .first('id', 'polling_on', 'place', 'opens_at', 'closes_at')
  if (!last) return { place: area.name }
  const [{ place, opens_at, closes_at }] = await listSittings(db, last)
  return { place, opens_at, closes_at }
}
