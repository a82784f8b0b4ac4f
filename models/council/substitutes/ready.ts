import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { PersonId, SeatId, SubstituteId, TermId } from '../../core/ids.ts'
import type { Substitute } from '../../rules/council/substitutes.ts'
import type { AreaRow } from '../../bodies/tables.ts'
import type { SubstituteRow } from './tables.ts'

export interface ReadySubstitute extends SubstituteRow, Substitute {
  id: SubstituteId
  seat_id: SeatId | null
  person_id: PersonId
  position: number | null
  withdrawn_on: IsoDate | null
  person: string
  area_name: string
}

type Row = Omit<ReadySubstitute, 'area_kind'> & { area_kind: AreaRow['kind'] }

/** In their order, withdrawn substitutes included. */
export async function listSubstitutes(db: Db, termId: TermId): Promise<ReadySubstitute[]> {
  return db('substitutes')
    .join('people', 'people.id', 'substitutes.person_id')
    .join('areas', 'areas.id', 'substitutes.area_id')
    .where('substitutes.term_id', termId)
    .orderBy('areas.position')
    .orderBy('substitutes.position')
    .orderBy('substitutes.id')
    .select<Row[]>(
      'substitutes.*',
      'people.name as person',
      'areas.name as area_name',
      'areas.slug as area_key',
      'areas.kind as area_kind',
    )
}

/** Empty outside the terms. One query, for pages that show every seat. */
export async function listSubstitutesOn(db: Db, on: IsoDate): Promise<ReadySubstitute[]> {
  const terms = await db('terms')
    .where('starts_on', '<=', on)
    .where('ends_on', '>=', on)
    .pluck<TermId[]>('id')
  return (await Promise.all(terms.map((id) => listSubstitutes(db, id)))).flat()
}
