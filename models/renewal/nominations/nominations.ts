import type { Db } from '../../core/db.ts'
import type { BodyId, NominationId, PersonId, TermId } from '../../core/ids.ts'
import { NotFound } from '../../core/errors.ts'
import { finderIn } from '../../core/records.ts'
import { listBodies, type Body } from '../../bodies/bodies.ts'
import { listSeats, type SeatInArea } from '../../council/seats.ts'
import { listTerms } from '../../council/terms.ts'
import { getStatutesVersion } from '../../statutes/versions.ts'
import { appointingBodyIn } from '../../rules/council/formal_appointment.ts'
import { nominationOutcome, type NominationOutcome } from '../../rules/renewal/nomination.ts'
import { agreementOf, findArea, type Agreement, type Statutes } from '../../statutes/document.ts'
import type { TermRow } from '../../council/tables.ts'
import type { EligibleAs } from '../../elections/candidates/tables.ts'
import type {
  AppointmentRow,
  LetterRow,
  NominationAnswerRow,
  NominationBodyRow,
  NominationClosingRow,
  NominationRefusalRow,
  NominationRow,
  NomineeReplyRow,
} from './tables.ts'

export interface AskedBody extends Body {
  successor_reason: string | null
  /** Set when the newest answer names no person. */
  refusal: NominationRefusalRow | undefined
}

export interface RecordedAnswer extends NominationAnswerRow {
  person: string
  /** False for an answer that the organisation has replaced. */
  counts: boolean
  reply: NomineeReplyRow | undefined
}

/** Under the statutes that the nomination began under. */
export interface Nomination extends NominationRow {
  seat: SeatInArea
  term: TermRow
  agreement: Agreement
  agreementConfirmed: boolean
  /** null when the statutes do not say who appoints. */
  appointingBody: string | null
  appointingBodyConfirmed: boolean
  /** One of these grounds is enough. */
  grounds: readonly EligibleAs[]
  /** Under their names of the day they were asked. */
  bodies: AskedBody[]
  /** Oldest first. */
  answers: RecordedAnswer[]
  outcome: NominationOutcome<PersonId>
  /** Oldest first. */
  letters: LetterRow[]
  appointment: (AppointmentRow & { person: string }) | undefined
  closing: NominationClosingRow | undefined
}

export async function getNomination(db: Db, id: NominationId): Promise<Nomination> {
  const [nomination] = await complete(db, await db('nominations').where({ id }))
  if (!nomination) throw new NotFound(`nomination ${id}`)
  return nomination
}

/** Waiting for an answer or an appointment, nearest deadline first. */
export async function listOpenNominations(db: Db): Promise<Nomination[]> {
  return complete(db, await db('nominations').where({ status: 'open' }).orderBy('answer_by').orderBy('id'))
}

/** Newest first. */
export async function listNominationsOfTerm(db: Db, termId: TermId): Promise<Nomination[]> {
  return complete(db, await db('nominations').where({ term_id: termId }).orderBy('id', 'desc'))
}

/** Appointed or closed, newest first. */
export async function listEndedNominations(db: Db): Promise<Nomination[]> {
  return complete(db, await db('nominations').whereNot({ status: 'open' }).orderBy('id', 'desc'))
}

async function complete(db: Db, rows: NominationRow[]): Promise<Nomination[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const asked = await db('nomination_bodies').whereIn('nomination_id', ids).orderBy('body_id')
  const answers = await listAnswers(db, ids)
  const appointments = await db('appointments')
    .whereIn('nomination_id', ids)
    .join('people', 'people.id', 'appointments.person_id')
    .select<(AppointmentRow & { person: string })[]>('appointments.*', 'people.name as person')
  const closings = await db('nomination_closings').whereIn('nomination_id', ids)
  const refusals = await db('nomination_refusals').whereIn('nomination_id', ids).orderBy('id')
  const letters = await db('letters').whereIn('nomination_id', ids).orderBy('id')
  const seatOf = finderIn(new Map((await listSeats(db)).map((seat) => [seat.id, seat])))
  const termOf = finderIn(new Map((await listTerms(db)).map((term) => [term.id, term])))
  const bodiesThen = await lookUp(rows, 'asked_on', (day) => listBodies(db, day))
  const versions = await lookUp(rows, 'statutes_version_id', (id) => getStatutesVersion(db, id))
  return rows.map((row) => {
    const of = belongsTo(row)
    const seat = seatOf(row.seat_id)
    const all = answers.filter(of)
    const refused = refusals.filter(of).filter((one) => stillRefuses(one, refusals, all))
    const own = all.map((answer) => ({
      ...answer,
      counts: answer.counts && !refused.some(({ body_id }) => body_id === answer.body_id),
    }))
    const bodies = withNames(asked.filter(of), bodiesThen.get(row.asked_on) ?? [], refused)
    const version = versions.get(row.statutes_version_id)
    if (!version) throw new Error(`nomination ${row.id} has no statutes`)
    return {
      ...row,
      seat,
      term: termOf(row.term_id),
      ...rulesFor(version.statutes, seat, bodies, own),
      bodies,
      answers: own,
      letters: letters.filter(of),
      appointment: appointments.find(of),
      closing: closings.find(of),
    }
  })
}

async function lookUp<K extends keyof NominationRow, T>(
  rows: readonly NominationRow[],
  column: K,
  find: (value: NominationRow[K]) => Promise<T>,
): Promise<Map<NominationRow[K], T>> {
  const found = new Map<NominationRow[K], T>()
  for (const value of new Set(rows.map((row) => row[column]))) found.set(value, await find(value))
  return found
}

function belongsTo(nomination: NominationRow) {
  return ({ nomination_id }: { nomination_id: NominationId }): boolean => nomination_id === nomination.id
}

function withNames(
  asked: readonly NominationBodyRow[],
  bodies: readonly Body[],
  refused: readonly NominationRefusalRow[],
): AskedBody[] {
  return asked.flatMap(({ body_id, successor_reason }) =>
    bodies
      .filter(({ id }) => id === body_id)
      .map((body) => ({
        ...body,
        successor_reason,
        refusal: refused.find((one) => one.body_id === body.id),
      })),
  )
}

/** True for its newest refusal when no name was given after it. */
function stillRefuses(
  refusal: NominationRefusalRow,
  refusals: readonly NominationRefusalRow[],
  answers: readonly NominationAnswerRow[],
): boolean {
  const same = ({ nomination_id, body_id }: { nomination_id: NominationId; body_id: BodyId }) =>
    nomination_id === refusal.nomination_id && body_id === refusal.body_id
  const newer = refusals.some((other) => same(other) && other.id > refusal.id)
  return !newer && !answers.some((answer) => same(answer) && answer.id > (refusal.after_answer ?? 0))
}

async function listAnswers(db: Db, nominationIds: NominationId[]): Promise<RecordedAnswer[]> {
  const rows = await db('nomination_answers')
    .whereIn('nomination_id', nominationIds)
    .join('people', 'people.id', 'nomination_answers.person_id')
    .orderBy('nomination_answers.id')
    .select<Omit<RecordedAnswer, 'counts' | 'reply'>[]>('nomination_answers.*', 'people.name as person')
  const replies = await db('nominee_replies').whereIn('nomination_id', nominationIds).orderBy('id', 'desc')
  const keyOf = (row: NominationAnswerRow) => `${row.nomination_id}:${row.body_id}`
  const latest = new Map(rows.map((row) => [keyOf(row), row.id]))
  return rows.map((row) => ({
    ...row,
    counts: latest.get(keyOf(row)) === row.id,
    reply: replies.find((one) => one.nomination_id === row.nomination_id && one.person_id === row.person_id),
  }))
}

function rulesFor(
  statutes: Statutes,
  seat: SeatInArea,
  bodies: readonly AskedBody[],
  answers: readonly RecordedAnswer[],
) {
  const area = findArea(statutes, seat.area_slug)
  const agreement = area && agreementOf(area)
  if (!agreement) throw new Error(`the statutes have no agreement for ${seat.area_slug}`)
  // A nominee who has said no cannot be appointed: the organisation is asked for another name.
  const counting = answers.filter(({ counts, reply }) => counts && reply?.reply !== 'no')
  const { appointingBody, candidateEligibility } = statutes.rules
  return {
    agreement: agreement.value,
    agreementConfirmed: agreement.confirmed,
    appointingBody: appointingBodyIn(statutes),
    appointingBodyConfirmed: appointingBody.confirmed,
    grounds: candidateEligibility.value.anyOf,
    outcome: nominationOutcome({
      agreement: agreement.value,
      bodies: bodies.map(({ id }) => id),
      answers: counting.map(({ body_id, person_id: person }) => ({ body_id, person })),
      refusals: bodies.filter(({ refusal }) => refusal).map(({ id }) => id),
    }),
  }
}
