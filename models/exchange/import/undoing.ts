import { act, type By } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { ImportId } from '../../core/ids.ts'
import { Conflict } from '../../core/errors.ts'
import { standing } from '../../council/in_office.ts'
import { getImport } from './imports.ts'
import type { ImportCounts } from './plan/counts.ts'

/** A row in these means that the register has been built on the membership. */
export const BUILT_ON_MEMBERSHIPS: readonly string[] = [
  'attendances',
  'ground_flags',
  'substitutions',
  'formal_appointments',
]
export const BUILT_ON_PEOPLE: readonly string[] = [
  'person_publications',
  'accounts',
  'candidacies',
  'nomination_answers',
  'nominee_replies',
  'appointments',
  'substitutes',
  'erasures',
]

const MOST_NAMES = 5

export interface BuiltOn {
  reason: 'import_built_on_memberships' | 'import_built_on_people'
  names: string[]
}

/** When this is set, the import can only be corrected line by line. */
export async function builtOn(db: Db, id: ImportId): Promise<BuiltOn | undefined> {
  const changed = await changedMemberships(db, id)
  if (changed.length > 0) return { reason: 'import_built_on_memberships', names: changed }
  const used = await usedPeople(db, id)
  return used.length > 0 ? { reason: 'import_built_on_people', names: used } : undefined
}

async function changedMemberships(db: Db, id: ImportId): Promise<string[]> {
  const stored = await db('audit_events')
    .where({ action: 'import.stored', subject: `import:${id}` })
    .first()
  const counts = JSON.parse(stored?.details ?? '{}') as Partial<ImportCounts>
  const imported = () =>
    db('imported_memberships')
      .where({ import_id: id })
      .join('memberships', 'memberships.id', 'imported_memberships.membership_id')
      .join('people', 'people.id', 'memberships.person_id')
  const changed = await imported()
    .where((query) => {
      void query
        .whereRaw('memberships.ends_on <> imported_memberships.ends_on')
        .orWhereNotNull('memberships.voided_on')
      for (const table of BUILT_ON_MEMBERSHIPS)
        void query.orWhereIn('memberships.id', db(table).select('membership_id'))
    })
    .limit(MOST_NAMES)
    .pluck<string[]>('people.name')
  if (changed.length > 0) return [...new Set(changed)]
  const offices = await imported()
    .join('officeholdings', 'officeholdings.membership_id', 'memberships.id')
    .orderBy('officeholdings.id', 'desc')
    .leftJoin('chair_items', 'chair_items.officeholding_id', 'officeholdings.id')
    .select<{ name: string; voided_on: IsoDate | null; end_note: string | null; item: number | null }[]>(
      'people.name as name',
      'chair_items.meeting_id as item',
      'officeholdings.voided_on',
      'officeholdings.end_note',
    )
  // A meeting's agenda may hold the choice of a new chair already.
  const touched = offices.filter(
    ({ voided_on, end_note, item }) => voided_on !== null || end_note !== null || item !== null,
  )
  const added = offices.slice(0, Math.max(0, offices.length - (counts.offices ?? 0)))
  return [...new Set([...touched, ...added].map(({ name }) => name))].slice(0, MOST_NAMES)
}

async function usedPeople(db: Db, id: ImportId): Promise<string[]> {
  const own = () => db('imported_memberships').where({ import_id: id }).select('membership_id')
  const used = await db('imported_people')
    .where({ import_id: id })
    .join('people', 'people.id', 'imported_people.person_id')
    .where((query) => {
      void query
        .whereNotNull('people.email')
        .orWhereNotNull('people.phone')
        .orWhereNotNull('people.postal_address')
        .orWhereIn('people.id', db('memberships').whereNotIn('id', own()).select('person_id'))
      for (const table of BUILT_ON_PEOPLE)
        void query.orWhereIn('people.id', db(table).whereNotNull('person_id').select('person_id'))
    })
    .limit(MOST_NAMES)
    .pluck<string[]>('people.name')
  return [...new Set(used)]
}

/** Terms stay: they existed before the import wrote them. Throws Conflict when built on. `nobody` replaces names. */
export async function undoImport(db: Db, by: By, id: ImportId, nobody: string): Promise<{ id: ImportId }> {
  return act(db, by, async (trx) => {
    const { state } = await getImport(trx, id)
    if (state !== 'stored') throw new Conflict('import_not_stored')
    const inTheWay = await builtOn(trx, id)
    if (inTheWay) throw new Conflict(inTheWay.reason, { names: inTheWay.names.join(', ') })
    const today = by.clock.today()
    const own = trx('imported_memberships').where({ import_id: id }).select('membership_id')
    const offices = await trx('officeholdings')
      .whereIn('membership_id', own)
      .where(standing('officeholdings'))
      .update({ voided_on: today })
    const memberships = await trx('memberships')
      .whereIn('id', own)
      .where(standing())
      .update({ voided_on: today })
    const people = await trx('people')
      .whereIn('id', trx('imported_people').where({ import_id: id }).select('person_id'))
      .update({ name: nobody })
    const seats = await giveSeatsBack(trx, id)
    await trx('imports').where({ id }).update({ state: 'undone', undone_by: by.name, undone_on: today })
    const details = { memberships, people, offices, seats }
    return { action: 'import.undone', subject: `import:${id}`, details, result: { id } }
  })
}

/** A seat's first day moves no later than its first member who stays in the register. */
async function giveSeatsBack(trx: Trx, id: ImportId): Promise<number> {
  const moved = await trx('imported_seats').where({ import_id: id })
  for (const { seat_id, starts_on_before } of moved) {
    const first = await trx('memberships')
      .where({ seat_id })
      .where(standing())
      .orderBy('starts_on')
      .first('starts_on')
    const earliest = first && first.starts_on < starts_on_before ? first.starts_on : starts_on_before
    await trx('seats').where({ id: seat_id }).update({ starts_on: earliest })
  }
  return moved.length
}
