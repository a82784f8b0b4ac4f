import { act, type By } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import { isTaken, type Db, type Trx } from '../../core/db.ts'
import type { BodyId, NominationId, TermId } from '../../core/ids.ts'
import { Conflict, Refused } from '../../core/errors.ts'
import { insertOne } from '../../core/insert.ts'
import { getSeat, type SeatInArea } from '../../council/seats.ts'
import { getTerm, requireTermOfArea } from '../../council/terms.ts'
import type { Body } from '../../bodies/bodies.ts'
import type { TermRow } from '../../council/tables.ts'
import { listAskable, type Askable } from './askable.ts'
import { holderAtEnd } from './seat_in_term.ts'

export interface AskForm {
  seat: string
  term_id: TermId
  body_id?: BodyId | undefined
  /** Successors of ended organisations that the secretary has decided to ask. */
  successors: BodyId[]
  successor_reason?: string | undefined
  asked_on: IsoDate
  answer_by: IsoDate
}

/** Asks all organisations when they nominate together, else the one that the seat belongs to. */
export async function askForNomination(db: Db, by: By, form: AskForm): Promise<{ id: NominationId }> {
  if (form.asked_on > by.clock.today()) throw new Refused('date_in_future', {}, 'asked_on')
  if (form.answer_by < form.asked_on)
    throw new Refused('deadline_before_asking', { from: form.asked_on }, 'answer_by')
  return act(db, by, async (trx) => {
    const seat = await getSeat(trx, form.seat)
    const term = await getTerm(trx, form.term_id)
    if (term.ends_on < form.asked_on) throw new Refused('term_is_over', { until: term.ends_on }, 'term_id')
    await requireTermOfArea(trx, { id: seat.area_id, name: seat.area_name }, term)
    const askable = await listAskable(trx, seat, term, form.asked_on)
    const asked = chooseBodies(askable, form)
    await refuseFilledSeat(trx, seat, term)
    const id = await insertNomination(trx, form, seat, askable, asked)
    const details = {
      seat: seat.slug,
      term: term.starts_on,
      asked: asked.map(({ slug }) => slug),
      answer_by: form.answer_by,
      successor_reason: asksSuccessor(askable, asked) ? form.successor_reason : undefined,
    }
    return { action: 'nomination.asked', subject: `nomination:${id}`, details, result: { id } }
  })
}

function chooseBodies(askable: Askable, form: AskForm): Body[] {
  const successors = askable.ended.flatMap(({ successor }) => successor ?? [])
  const wanted = successors.filter(({ id }) => form.successors.includes(id) || form.body_id === id)
  if (form.successors.some((id) => !wanted.some((body) => body.id === id)))
    throw new Refused('not_a_successor', {}, 'successors')
  if (wanted.length > 0 && !form.successor_reason)
    throw new Refused('successor_reason_missing', {}, 'successor_reason')
  const all = [...askable.active, ...wanted]
  if (all.length === 0) throw new Refused('no_body_to_ask', {}, successors.length > 0 ? 'successors' : 'seat')
  if (askable.agreement === 'joint') return all
  const chosen = form.body_id === undefined ? all : all.filter(({ id }) => id === form.body_id)
  if (chosen.length === 0) throw new Refused('body_not_of_area', {}, 'body_id')
  if (chosen.length > 1) throw new Refused('body_not_chosen', {}, 'body_id')
  return chosen
}

function asksSuccessor(askable: Askable, asked: readonly Body[]): boolean {
  return askable.ended.some(({ successor }) => asked.some(({ id }) => id === successor?.id))
}

async function refuseFilledSeat(trx: Trx, seat: SeatInArea, term: TermRow): Promise<void> {
  const open = await trx('nominations')
    .where({ seat_id: seat.id, term_id: term.id, status: 'open' })
    .first('id')
  if (open) throw new Conflict('nomination_open', {}, 'term_id')
  const holder = await holderAtEnd(trx, seat, term)
  if (holder) throw new Refused('seat_is_filled', { person: holder.person, until: holder.ends_on }, 'term_id')
}

async function insertNomination(
  trx: Trx,
  form: AskForm,
  seat: SeatInArea,
  askable: Askable,
  asked: readonly Body[],
): Promise<NominationId> {
  try {
    const id = await insertOne(trx, 'nominations', {
      seat_id: seat.id,
      term_id: form.term_id,
      body_id: askable.agreement === 'one_each' ? (asked[0]?.id ?? null) : null,
      status: 'open',
      statutes_version_id: askable.versionId,
      asked_on: form.asked_on,
      answer_by: form.answer_by,
    })
    const successors = askable.ended.map(({ successor }) => successor?.id)
    await trx('nomination_bodies').insert(
      asked.map((body) => ({
        nomination_id: id,
        body_id: body.id,
        successor_reason: successors.includes(body.id) ? (form.successor_reason ?? null) : null,
      })),
    )
    return id
  } catch (error) {
    if (isTaken(error)) throw new Conflict('nomination_open', {}, 'term_id')
    throw error
  }
}
