import type { IsoDate } from '../../core/dates.ts'
import type { Trx } from '../../core/db.ts'
import { type ImportId, NO_ID, type PersonId, type TermId } from '../../core/ids.ts'
import { listTermsWithAreas } from '../../council/terms.ts'
import { termKey } from '../../rules/statutes/term.ts'
import { insertInBatches } from './batches.ts'
import type { PlannedMembership } from './plan/pieces.ts'
import type { ImportPlan } from './plan/plan.ts'

/** `done` of all memberships; each counts in part once its person is stored. */
export type ReportProgress = (done: number) => Promise<void>

export async function writePlan(
  trx: Trx,
  id: ImportId,
  plan: ImportPlan,
  { today, decidedBy, report }: { today: IsoDate; decidedBy: string; report?: ReportProgress },
): Promise<void> {
  const reportRows = rowsOf(plan, report)
  const termIds = await insertTerms(trx, id, plan)
  for (const { seat, from } of plan.earlierSeats) {
    await trx('imported_seats').insert({ import_id: id, seat_id: seat.id, starts_on_before: seat.starts_on })
    await trx('seats').where({ id: seat.id }).update({ starts_on: from })
  }
  const personIds = await insertPeople(trx, id, plan.newPeople, today, reportRows)
  const ids = await insertInBatches(
    trx,
    'memberships',
    plan.memberships.map((one) => membershipRow(one, personIds, termIds)),
    reportRows,
  )
  await insertInBatches(
    trx,
    'imported_memberships',
    plan.memberships.map(({ line, ends_on }, index) => ({
      membership_id: ids[index] ?? NO_ID,
      import_id: id,
      line: line.line,
      ends_on,
      organisation: line.organisation,
      bodies: JSON.stringify(line.bodies),
    })),
    reportRows,
  )
  await insertInBatches(
    trx,
    'officeholdings',
    plan.memberships.flatMap(({ offices }, index) =>
      offices.map(({ office, starts_on, ends_on }) => ({
        office,
        number: 1,
        membership_id: ids[index] ?? NO_ID,
        starts_on,
        ends_on,
        decided_on: starts_on,
        decided_by: decidedBy,
      })),
    ),
  )
}

/** Turns written rows into a number of memberships, for the progress. */
function rowsOf({ memberships, newPeople }: ImportPlan, report: ReportProgress | undefined) {
  const all = 2 * (memberships.length + newPeople.length)
  let written = 0
  return async (rows: number): Promise<void> => {
    written += rows
    await report?.(Math.floor((memberships.length * written) / all))
  }
}

async function insertTerms(trx: Trx, id: ImportId, { newTerms }: ImportPlan): Promise<Map<string, TermId>> {
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
    (term.areas ?? []).map((key) => ({ term_id: ids[index] ?? NO_ID, area_id: areas.get(key) ?? NO_ID })),
  )
  if (named.length > 0) await trx('term_areas').insert(named)
  return new Map((await listTermsWithAreas(trx)).map((term) => [termKey(term), term.id]))
}

async function insertPeople(
  trx: Trx,
  id: ImportId,
  names: readonly string[],
  today: IsoDate,
  reportRows: (rows: number) => Promise<void>,
): Promise<Map<string, PersonId>> {
  // How people are reached is unknown; a letter asks for an address before it can be used.
  const ids = await insertInBatches(
    trx,
    'people',
    names.map((name) => ({
      name,
      contact_by: 'post' as const,
      protected_address: false,
      registered_on: today,
    })),
    reportRows,
  )
  await insertInBatches(
    trx,
    'imported_people',
    ids.map((person_id) => ({ person_id, import_id: id })),
    reportRows,
  )
  return new Map(names.map((name, index) => [name, ids[index] ?? NO_ID]))
}

function membershipRow(
  { seat, who, term, starts_on, due_on, ends_on, end_reason, end_note }: PlannedMembership,
  people: ReadonlyMap<string, PersonId>,
  terms: ReadonlyMap<string, TermId>,
) {
  return {
    seat_id: seat.id,
    person_id: 'personId' in who ? who.personId : (people.get(who.name) ?? NO_ID),
    term_id: terms.get(termKey(term)) ?? NO_ID,
    starts_on,
    due_on,
    ends_on,
    end_reason,
    end_note,
    origin: 'registration' as const,
  }
}
