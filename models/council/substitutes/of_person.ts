import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { PersonId } from '../../core/ids.ts'
import { dateBy, happenedBy } from '../../rules/core/known_by.ts'
import type { TermRow } from '../tables.ts'
import type { SubstituteRow, SubstitutionRow } from './tables.ts'
import { listSeats } from '../seats.ts'

/** The person stands ready for one seat, or for an area or group. */
export interface PersonSubstitute extends SubstituteRow {
  place: string
  term: Pick<TermRow, 'starts_on' | 'ends_on'>
  /** Set when the person has taken a seat. */
  substitution: SubstitutionRow | undefined
}

type Row = SubstituteRow & { area_name: string; term_starts_on: IsoDate; term_ends_on: IsoDate }

/** Newest first, as known on the day `by`. */
export async function listSubstitutesOf(
  db: Db,
  personId: PersonId,
  by?: IsoDate,
): Promise<PersonSubstitute[]> {
  const rows = await db('substitutes')
    .join('areas', 'areas.id', 'substitutes.area_id')
    .join('terms', 'terms.id', 'substitutes.term_id')
    .where('substitutes.person_id', personId)
    .orderBy('substitutes.id', 'desc')
    .select<Row[]>(
      ...['substitutes.*', 'areas.name as area_name'],
      ...['terms.starts_on as term_starts_on', 'terms.ends_on as term_ends_on'],
    )
  const substitutions = await db('substitutions').whereIn(
    'substitute_id',
    rows.map(({ id }) => id),
  )
  const seats = rows.length > 0 ? await listSeats(db) : []
  return rows
    .filter(({ registered_on }) => happenedBy(registered_on, by))
    .map(({ area_name, term_starts_on, term_ends_on, ...row }) => ({
      ...row,
      withdrawn_on: dateBy(row.withdrawn_on, by),
      place: seats.find(({ id }) => id === row.seat_id)?.label ?? area_name,
      term: { starts_on: term_starts_on, ends_on: term_ends_on },
      substitution: substitutions
        .filter(({ recorded_on }) => happenedBy(recorded_on, by))
        .find(({ substitute_id }) => substitute_id === row.id),
    }))
}
