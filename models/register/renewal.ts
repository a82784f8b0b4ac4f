import { act, type By } from '../audit.ts'
import type { IsoDate } from '../dates.ts'
import { isTaken, type Db, type Trx } from '../db.ts'
import { Conflict, NotFound, Refused } from '../errors.ts'
import {
  checkRenewal,
  proposeRenewal,
  RENEWAL_STEPS,
  yearsOf,
  type RenewalStepKind,
  type RenewalTimetable,
} from '../rules/renewal.ts'
import { overlaps } from '../rules/spans.ts'
import { suggestTermAfter } from '../rules/term.ts'
import type { RenewalDiscussionRow, RenewalRow, TermRow } from '../tables.ts'
import { listTerms } from './places.ts'
import { statutesOn } from './statutes.ts'

export interface Renewal extends RenewalRow {
  term: TermRow
  days: RenewalTimetable
  owners: Record<RenewalStepKind, string>
  discussion: RenewalDiscussionRow | undefined
}

/** Every renewal, the newest term first. */
export async function listRenewals(db: Db): Promise<Renewal[]> {
  const rows = await db('renewals').orderBy('term_id', 'desc')
  const terms = await listTerms(db)
  const steps = await db('renewal_steps')
  const discussions = await db('renewal_discussions')
  return rows
    .map((row) => {
      const own = steps.filter(({ renewal_id }) => renewal_id === row.id)
      return {
        ...row,
        term: terms.find(({ id }) => id === row.term_id) as TermRow,
        days: Object.fromEntries(own.map(({ kind, due_on }) => [kind, due_on])) as RenewalTimetable,
        owners: Object.fromEntries(own.map(({ kind, owner }) => [kind, owner])) as Renewal['owners'],
        discussion: discussions.find(({ renewal_id }) => renewal_id === row.id),
      }
    })
    .sort((a, b) => (a.term.starts_on < b.term.starts_on ? 1 : -1))
}

/** The renewal for the term that the years name, as in "2030-2033". */
export async function getRenewal(db: Db, years: string): Promise<Renewal> {
  const renewal = (await listRenewals(db)).find(({ term }) => yearsOf(term) === years)
  if (!renewal) throw new NotFound(`renewal ${years}`)
  return renewal
}

type TermDays = Pick<TermRow, 'starts_on' | 'ends_on' | 'municipal_election_on'>

/** A term that nothing has been planned for. `id` is undefined for one that the register does not know yet. */
export interface TermToRenew extends TermDays {
  id: number | undefined
  /** The term before a suggested one: it is for the same areas. */
  after: number | undefined
}

/** The terms that are not over and have no renewal, and those that come after the last for each group of areas. */
export async function listTermsToRenew(db: Db, today: IsoDate): Promise<TermToRenew[]> {
  const terms = await listTerms(db)
  const renewed = await db('renewals').pluck<number[]>('term_id')
  const named = await db('term_areas').orderBy('area_id')
  const areasOf = (id: number) =>
    named
      .filter(({ term_id }) => term_id === id)
      .map(({ area_id }) => area_id)
      .join()
  const last = new Map(terms.map((term) => [areasOf(term.id), term]))
  const open = terms.filter(({ id, ends_on }) => ends_on >= today && !renewed.includes(id))
  const all = [
    ...open.map((term) => ({ ...term, after: undefined })),
    ...[...last.values()].map(suggestAfter),
  ]
  return all.sort((a, b) => (a.starts_on < b.starts_on ? -1 : 1))
}

function suggestAfter(term: TermRow): TermToRenew {
  const { starts_on: startsOn, ends_on: endsOn, municipal_election_on: municipalElectionOn } = term
  const next = suggestTermAfter({ startsOn, endsOn, municipalElectionOn })
  return {
    id: undefined,
    after: term.id,
    starts_on: next.startsOn,
    ends_on: next.endsOn,
    municipal_election_on: next.municipalElectionOn,
  }
}

/** The timetable that the rules propose for a term, under the statutes that hold on its first day. */
export async function proposeFor(db: Db, term: TermDays, today: IsoDate): Promise<RenewalTimetable> {
  const { statutes } = await statutesOn(db, term.starts_on)
  return proposeRenewal({ term, today, complaintDays: statutes.rules.complaintDays.value })
}

export interface RenewalForm extends TermDays {
  /** The term before, where the register does not know this one yet. */
  after?: number | undefined
  days: RenewalTimetable
  owners: Record<RenewalStepKind, string>
}

/**
 * Begins the renewal for a term, which is put into the register if it is not there yet. The seats and how each is filled
 * follow from the statutes; nothing is called and nobody is written to before somebody does it.
 */
export async function startRenewal(
  db: Db,
  by: By,
  form: RenewalForm,
): Promise<{ id: number; years: string }> {
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
  const verdict = checkRenewal(days)
  if (!verdict.ok) throw new Refused(verdict.reason, verdict.params, verdict.field)
}

async function ensureTerm(trx: Trx, form: RenewalForm): Promise<TermRow> {
  const { starts_on, ends_on, municipal_election_on, after = 0 } = form
  if (ends_on <= starts_on) throw new Refused('end_before_start', { from: starts_on }, 'ends_on')
  if (municipal_election_on >= starts_on)
    throw new Refused('municipal_election_after_start', { date: starts_on }, 'municipal_election_on')
  const terms = await listTerms(trx)
  const same = terms.find((term) => term.starts_on === starts_on && term.ends_on === ends_on)
  if (same) return same
  const areas = await trx('term_areas').where({ term_id: after }).pluck<number[]>('area_id')
  for (const other of terms.filter((term) => overlaps(term, { starts_on, ends_on }))) {
    const own = await trx('term_areas').where({ term_id: other.id }).pluck<number[]>('area_id')
    if (own.length === 0 || areas.length === 0 || own.some((area) => areas.includes(area)))
      throw new Refused('term_overlaps', { from: other.starts_on, until: other.ends_on }, 'starts_on')
  }
  const [made] = await trx('terms').insert({ starts_on, ends_on, municipal_election_on }).returning('id')
  const { id } = made as { id: number }
  for (const area_id of areas) await trx('term_areas').insert({ term_id: id, area_id })
  return { id, starts_on, ends_on, municipal_election_on }
}

async function insertRenewal(trx: Trx, by: By, term: TermRow, version: number): Promise<number> {
  const row = { term_id: term.id, statutes_version_id: version, made_by: by.name, made_on: by.clock.today() }
  try {
    const [made] = await trx('renewals').insert(row).returning('id')
    return (made as { id: number }).id
  } catch (error) {
    if (isTaken(error)) throw new Conflict('renewal_started')
    throw error
  }
}

function rowsOf(renewal_id: number, { days, owners }: Pick<RenewalForm, 'days' | 'owners'>) {
  return RENEWAL_STEPS.map((kind) => ({ renewal_id, kind, due_on: days[kind], owner: owners[kind] }))
}

/** Moves the days of the timetable, or gives a step to somebody else. What is called already keeps its own days. */
export async function changeTimetable(
  db: Db,
  by: By,
  years: string,
  form: Pick<RenewalForm, 'days' | 'owners'>,
): Promise<{ id: number }> {
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

/** Writes down that the council has talked about the coming change ("Indledende drøftelse": "Drøftet"). */
export async function recordDiscussion(
  db: Db,
  by: By,
  years: string,
  form: DiscussionForm,
): Promise<{ id: number }> {
  if (form.held_on > by.clock.today()) throw new Refused('date_in_future', {}, 'held_on')
  return act(db, by, async (trx) => {
    const { id, discussion } = await getRenewal(trx, years)
    if (discussion) throw new Conflict('discussion_recorded', { date: discussion.held_on })
    const { held_on, note = null } = form
    await trx('renewal_discussions').insert({ renewal_id: id, held_on, note, recorded_by: by.name })
    return { action: 'renewal.discussed', subject: `renewal:${id}`, details: { held_on }, result: { id } }
  })
}
