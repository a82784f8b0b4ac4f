import { act, type By } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import { isPostgres, isTaken, refusedBy, type Db, type Trx } from '../../core/db.ts'
import { Conflict, Refused } from '../../core/errors.ts'
import { listTermsWithAreas } from '../../council/terms.ts'
import type { ImportPlan } from './plan/plan.ts'
import type { PlannedMembership } from './plan/pieces.ts'
import { termKey } from '../../rules/statutes/term.ts'
import { getImport, planOf, type ImportCounts, type ReasonNames } from './imports.ts'
import { insertInBatches } from './batches.ts'

export interface StoringForm {
  /** Leaves out the lines that cannot be stored. */
  skipWrong: boolean
}

export interface Words {
  reasonNames: ReasonNames
  /** Stands for who decided on an office, which old papers do not say. */
  decidedBy: string
}

/** Told how many of all memberships are as good as written: each counts in part once its person is there. */
export type Tell = (done: number) => Promise<void>

/**
 * Stores a draft: its terms, people, memberships and offices, in one transaction with one line in the log. Refused where
 * a question is open or a line is wrong; then nothing is stored.
 */
export async function storeImport(
  db: Db,
  by: By,
  id: number,
  options: StoringForm & Words & { tell?: Tell },
): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    const { counts, sha256 } = await write(trx, by, id, options)
    const details = { ...counts, sha256 }
    return { action: 'import.stored', subject: `import:${id}`, details, result: { id } }
  })
}

/** Does everything that storing does, in the database itself, and undoes it again. Throws as storing would. */
export async function tryImport(
  db: Db,
  by: By,
  id: number,
  options: StoringForm & Words,
): Promise<ImportCounts> {
  let counts: ImportCounts | undefined
  await db
    .transaction(async (trx) => {
      counts = (await write(trx, by, id, options)).counts
      throw new OnlyTried()
    })
    .catch((error: unknown) => {
      if (!(error instanceof OnlyTried)) throw error
    })
  return counts as ImportCounts
}

class OnlyTried extends Error {}

async function write(
  trx: Trx,
  by: By,
  id: number,
  options: StoringForm & Words & { tell?: Tell },
): Promise<{ counts: ImportCounts; sha256: string }> {
  const draft = await getImport(trx, id)
  if (draft.state !== 'draft') throw new Conflict('import_not_draft')
  const today = by.clock.today()
  const plan = await planOf(trx, draft, { ...options, today })
  requireReady(plan)
  const counts = countsOf(plan)
  try {
    await writePlan(trx, id, plan, { today, ...options })
  } catch (error) {
    // The guards of the database have the last word.
    if (isTaken(error) || refusedBy(error, 'officeholdings_within_membership'))
      throw new Conflict('import_refused_by_book')
    throw error
  }
  const moved = await trx('imports')
    .where({ id, state: 'draft' })
    .update({
      state: 'stored',
      content: '',
      answers: '',
      counts: JSON.stringify(counts),
      stored_by: by.name,
      stored_on: today,
    })
  if (moved !== 1) throw new Conflict('import_not_draft')
  return { counts, sha256: draft.sha256 }
}

/** Refused where the plan cannot be written: a question is open, a line is wrong, or there is nothing in it. */
export function requireReady(plan: ImportPlan): void {
  if (plan.open > 0) throw new Refused('import_has_questions')
  if (plan.wrong.length > 0) throw new Refused('import_has_errors', {}, 'skip')
  if (plan.memberships.length === 0) throw new Refused('import_nothing_left')
}

/** What the plan would write. */
export function countsOf({
  memberships,
  newPeople,
  newTerms,
  earlierSeats,
  ...plan
}: ImportPlan): ImportCounts {
  const from = memberships.map(({ starts_on }) => starts_on).sort()
  const until = memberships.map(({ ends_on }) => ends_on).sort()
  return {
    lines: plan.lines,
    skipped: plan.leftOut,
    memberships: memberships.length,
    people: newPeople.length,
    offices: memberships.reduce((sum, { offices }) => sum + offices.length, 0),
    terms: newTerms.length,
    seats: earlierSeats.length,
    from: from[0] as IsoDate,
    until: until.at(-1) as IsoDate,
  }
}

async function writePlan(
  trx: Trx,
  id: number,
  plan: ImportPlan,
  { today, decidedBy, tell }: { today: IsoDate; decidedBy: string; tell?: Tell },
): Promise<void> {
  const tellRows = rowsOf(plan, tell)
  const termIds = await insertTerms(trx, id, plan)
  for (const { seat, from } of plan.earlierSeats) {
    await trx('imported_seats').insert({ import_id: id, seat_id: seat.id, starts_on_before: seat.starts_on })
    await trx('seats').where({ id: seat.id }).update({ starts_on: from })
  }
  const personIds = await insertPeople(trx, id, plan.newPeople, today, tellRows)
  const ids = await insertInBatches(
    trx,
    'memberships',
    plan.memberships.map((one) => membershipRow(one, personIds, termIds)),
    tellRows,
  )
  await insertInBatches(
    trx,
    'imported_memberships',
    plan.memberships.map(({ line, ends_on }, index) => ({
      membership_id: ids[index] ?? 0,
      import_id: id,
      line: line.line,
      ends_on,
      organisation: line.organisation,
      bodies: JSON.stringify(line.bodies),
    })),
    tellRows,
  )
  await insertInBatches(
    trx,
    'officeholdings',
    plan.memberships.flatMap(({ offices }, index) =>
      offices.map(({ office, starts_on, ends_on }) => ({
        office,
        number: 1,
        membership_id: ids[index] ?? 0,
        starts_on,
        ends_on,
        decided_on: starts_on,
        decided_by: decidedBy,
      })),
    ),
  )
}

/** Counts the rows that are written, and tells how many memberships they are worth. */
function rowsOf({ memberships, newPeople }: ImportPlan, tell: Tell | undefined) {
  const all = 2 * (memberships.length + newPeople.length)
  let written = 0
  return async (rows: number): Promise<void> => {
    written += rows
    await tell?.(Math.floor((memberships.length * written) / all))
  }
}

async function insertTerms(trx: Trx, id: number, { newTerms }: ImportPlan): Promise<Map<string, number>> {
  const ids = await insertInBatches(
    trx,
    'terms',
    newTerms.map(({ startsOn, endsOn, municipalElectionOn }) => ({
      starts_on: startsOn,
      ends_on: endsOn,
      municipal_election_on: municipalElectionOn,
    })),
  )
  await insertInBatches(
    trx,
    'imported_terms',
    ids.map((term_id) => ({ term_id, import_id: id })),
  )
  const areas = new Map((await trx('areas').select('id', 'slug')).map((area) => [area.slug, area.id]))
  const named = newTerms.flatMap((term, index) =>
    (term.areas ?? []).map((key) => ({ term_id: ids[index] ?? 0, area_id: areas.get(key) ?? 0 })),
  )
  if (named.length > 0) await trx('term_areas').insert(named)
  return new Map((await listTermsWithAreas(trx)).map((term) => [termKey(term), term.id]))
}

async function insertPeople(
  trx: Trx,
  id: number,
  names: readonly string[],
  today: IsoDate,
  tellRows: (rows: number) => Promise<void>,
): Promise<Map<string, number>> {
  // How they are reached is not known; a letter asks for an address before it can be used.
  const ids = await insertInBatches(
    trx,
    'people',
    names.map((name) => ({
      name,
      contact_by: 'post' as const,
      protected_address: false,
      registered_on: today,
    })),
    tellRows,
  )
  await insertInBatches(
    trx,
    'imported_people',
    ids.map((person_id) => ({ person_id, import_id: id })),
    tellRows,
  )
  return new Map(names.map((name, index) => [name, ids[index] ?? 0]))
}

function membershipRow(
  { seat, who, term, starts_on, due_on, ends_on, end_reason, end_note }: PlannedMembership,
  people: ReadonlyMap<string, number>,
  terms: ReadonlyMap<string, number>,
) {
  return {
    seat_id: seat.id,
    person_id: 'personId' in who ? who.personId : (people.get(who.name) ?? 0),
    term_id: terms.get(termKey(term)) ?? 0,
    starts_on,
    due_on,
    ends_on,
    end_reason,
    end_note,
    origin: 'registration' as const,
  }
}

/** So many memberships take seconds to write. */
const LONG = 1000

/** Whether everyone else has to wait for their pages until so many memberships are stored. */
export function holdsUpOthers(db: Db, memberships: number): boolean {
  return memberships >= LONG && !canTellMeanwhile(db)
}

/** Whether others can be told of progress while a transaction is open: SQLite has but one connection. */
export function canTellMeanwhile(db: Db): boolean {
  return isPostgres(db)
}
