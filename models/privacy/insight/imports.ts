import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { ImportId, PersonId } from '../../core/ids.ts'
import type { ImportRow } from '../../exchange/import/tables.ts'

export interface InsightImport extends Pick<
  ImportRow,
  'id' | 'file_name' | 'state' | 'made_by' | 'made_on' | 'stored_by' | 'stored_on' | 'undone_by' | 'undone_on'
> {
  broughtPerson: boolean
  lines: { line: number; starts_on: IsoDate; ends_on: IsoDate; organisation: string | null }[]
}

/** Files that brought in the person or memberships of theirs, with the line of each. */
export async function listImportsOf(db: Db, personId: PersonId): Promise<InsightImport[]> {
  const brought = await db('imported_people').where({ person_id: personId }).pluck<ImportId[]>('import_id')
  const lines = await db('imported_memberships')
    .join('memberships', 'memberships.id', 'imported_memberships.membership_id')
    .where('memberships.person_id', personId)
    .orderBy('line')
    .select<(InsightImport['lines'][number] & { import_id: ImportId })[]>(
      ...['import_id', 'line', 'organisation', 'imported_memberships.ends_on', 'memberships.starts_on'],
    )
  const ids = [...new Set([...brought, ...lines.map(({ import_id }) => import_id)])]
  const imports = await db('imports')
    .whereIn('id', ids)
    .orderBy('id')
    .select(
      ...(['id', 'file_name', 'state', 'made_by', 'made_on', 'stored_by', 'stored_on'] as const),
      ...(['undone_by', 'undone_on'] as const),
    )
  return imports.map((one) => ({
    ...one,
    broughtPerson: brought.includes(one.id),
    lines: lines
      .filter(({ import_id }) => import_id === one.id)
      .map(({ line, starts_on, ends_on, organisation }) => ({ line, starts_on, ends_on, organisation })),
  }))
}
