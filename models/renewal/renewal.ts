import { act, type By } from '../core/audit.ts'
import type { IsoDate } from '../core/dates.ts'
import { isTaken, type Db, type Trx } from '../core/db.ts'
import type { RenewalId, StatutesVersionId, TermId } from '../core/ids.ts'
import { Conflict, NotFound, Refused, require } from '../core/errors.ts'
import { insertOne } from '../core/insert.ts'
import { recordFrom } from '../core/records.ts'
import {
  checkRenewal,
  RENEWAL_STEPS,
  type RenewalStepKind,
  type RenewalTimetable,
} from '../rules/renewal/renewal.ts'
import { yearsOf } from '../rules/core/spans.ts'
import type { TermRow } from '../council/tables.ts'
import type { RenewalDiscussionRow, RenewalRow, RenewalStepRow } from './tables.ts'
import { listTerms } from '../council/terms.ts'
import { ensureTerm, type TermDays } from './terms.ts'
import { statutesOn } from '../statutes/versions.ts'

export { isOwnTerm, listTermsToRenew, proposeFor, type TermToRenew } from './terms.ts'

export interface Renewal extends RenewalRow {
  term: TermRow
  days: RenewalTimetable
  owners: Record<RenewalStepKind, string>
  discussion: RenewalDiscussionRow | undefined
}

/** Newest term first. */
export async function listRenewals(db: Db): Promise<Renewal[]> {
  const rows = await db('renewals').orderBy('term_id', 'desc')
  const terms = await listTerms(db)
  const steps = await db('renewal_steps')
  const discussions = await db('renewal_discussions')
  return rows
    .flatMap((row) => {
      const term = terms.find(({ id }) => id === row.term_id)
      if (!term) return []
      const stepIn = stepFinder(steps.filter(({ renewal_id }) => renewal_id === row.id))
      return [
        {
          ...row,
          term,
          days: recordFrom(RENEWAL_STEPS, (kind) => stepIn(kind).due_on),
          owners: recordFrom(RENEWAL_STEPS, (kind) => stepIn(kind).owner),
          discussion: discussions.find(({ renewal_id }) => renewal_id === row.id),
        },
      ]
    })
    .sort((a, b) => (a.term.starts_on < b.term.starts_on ? 1 : -1))
}

function stepFinder(steps: readonly RenewalStepRow[]): (kind: RenewalStepKind) => RenewalStepRow {
  return (kind) => {
    const step = steps.find((one) => one.kind === kind)
    if (!step) throw new Error(`a renewal has no step ${kind}`)
    return step
  }
}

/** `years` as in "2030-2033". */
export async function getRenewal(db: Db, years: string): Promise<Renewal> {
  const renewal = (await listRenewals(db)).find(({ term }) => yearsOf(term) === years)
  if (!renewal) throw new NotFound(`renewal ${years}`)
  return renewal
}

export interface RenewalForm extends TermDays {
  /** The term before, when the register does not know this one yet. */
  after?: TermId | undefined
  days: RenewalTimetable
  owners: Record<RenewalStepKind, string>
}

/** Stores the term when it is new. Calls no election and writes no letter. */
export async function startRenewal(
  db: Db,
  by: By,
  form: RenewalForm,
): Promise<{ id: RenewalId; years: string }> {
  return act(db, by, async (trx) => {
    refuseDays(form.days)
    const term = await ensureTerm(trx, form)
    const { id: version } = await statutesOn(trx, term.starts_on)
    const id = await insertRenewal(trx, by, term, version)
    await trx('renewal_steps').insert(rowsOf(id, form))
    const details = { term: term.starts_on, municipal_election_on: term.municipal_election_on }
    const result = { id, years: yearsOf(term) }
    return { action: 'renewal.started', subject: `renewal:${id}`, details, result }
  })
}

function refuseDays(days: RenewalTimetable): void {
  require(checkRenewal(days))
}

async function insertRenewal(
  trx: Trx,
  by: By,
  term: TermRow,
  version: StatutesVersionId,
): Promise<RenewalId> {
  const row = { term_id: term.id, statutes_version_id: version, made_by: by.name, made_on: by.clock.today() }
  try {
    return await insertOne(trx, 'renewals', row)
  } catch (error) {
    if (isTaken(error)) throw new Conflict('renewal_started')
    throw error
  }
}

function rowsOf(renewal_id: RenewalId, { days, owners }: Pick<RenewalForm, 'days' | 'owners'>) {
  return RENEWAL_STEPS.map((kind) => ({ renewal_id, kind, due_on: days[kind], owner: owners[kind] }))
}

/** An election that is called keeps its own days. */
export async function changeTimetable(
  db: Db,
  by: By,
  years: string,
  form: Pick<RenewalForm, 'days' | 'owners'>,
): Promise<{ id: RenewalId }> {
  return act(db, by, async (trx) => {
    refuseDays(form.days)
    const { id, days } = await getRenewal(trx, years)
    for (const { kind, due_on, owner } of rowsOf(id, form))
      await trx('renewal_steps').where({ renewal_id: id, kind }).update({ due_on, owner })
    const moved = RENEWAL_STEPS.filter((kind) => days[kind] !== form.days[kind])
    return { action: 'renewal.moved', subject: `renewal:${id}`, details: { moved }, result: { id } }
  })
}

export interface DiscussionForm {
  held_on: IsoDate
  note?: string | undefined
}

/** The council's talk of the coming change ("Indledende drøftelse": "Drøftet"). */
export async function recordDiscussion(
  db: Db,
  by: By,
  years: string,
  form: DiscussionForm,
): Promise<{ id: RenewalId }> {
  if (form.held_on > by.clock.today()) throw new Refused('date_in_future', {}, 'held_on')
  return act(db, by, async (trx) => {
    const { id, discussion } = await getRenewal(trx, years)
    if (discussion) throw new Conflict('discussion_recorded', { date: discussion.held_on })
    const { held_on, note = null } = form
    await trx('renewal_discussions').insert({ renewal_id: id, held_on, note, recorded_by: by.name })
    return { action: 'renewal.discussed', subject: `renewal:${id}`, details: { held_on }, result: { id } }
  })
}
