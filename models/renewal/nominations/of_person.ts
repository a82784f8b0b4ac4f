import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { NominationId, PersonId } from '../../core/ids.ts'
import { finderIn } from '../../core/records.ts'
import { bodyNamer, type BodyNamer } from '../../bodies/names.ts'
import { happenedBy } from '../../rules/core/known_by.ts'
import type {
  AppointmentRow,
  LetterRow,
  NominationAnswerRow,
  NominationRefusalRow,
  NominationRow,
  NomineeReplyRow,
} from './tables.ts'
import { listSeats, type SeatInArea } from '../../council/seats.ts'

export interface PersonNomination extends NominationRow {
  seat: SeatInArea
  /** Under the organisations' names of that day. */
  answers: PersonAnswer[]
  replies: NomineeReplyRow[]
  /** Set only when this person was appointed. */
  appointment: AppointmentRow | undefined
  /** Only letters to the person. */
  letters: LetterRow[]
}

export interface PersonAnswer extends NominationAnswerRow {
  body: string
  replaced_on: IsoDate | null
  refusal: NominationRefusalRow | undefined
}

/** Newest first, as known on the day `by`. */
export async function listNominationsOf(
  db: Db,
  personId: PersonId,
  by?: IsoDate,
): Promise<PersonNomination[]> {
  const ids = await idsOf(db, personId)
  const nominations = await db('nominations').whereIn('id', ids).orderBy('id', 'desc')
  const rows = await rowsOf(db, ids, by)
  const seatOf = finderIn(new Map((await listSeats(db)).map((seat) => [seat.id, seat])))
  const nameOf = await bodyNamer(db)
  return nominations
    .map((nomination) => ({
      ...nomination,
      seat: seatOf(nomination.seat_id),
      ...partsOf(nomination.id, personId, rows, nameOf),
    }))
    .filter(({ answers, replies, appointment }) => answers.length + replies.length > 0 || appointment)
}

async function idsOf(db: Db, personId: PersonId): Promise<NominationId[]> {
  const named = await Promise.all(
    (['nomination_answers', 'nominee_replies', 'appointments'] as const).map((table) =>
      db(table as string)
        .where({ person_id: personId })
        .pluck<NominationId[]>('nomination_id'),
    ),
  )
  return [...new Set(named.flat())]
}

type Rows = Awaited<ReturnType<typeof rowsOf>>

/** About all nominees: an answer with another name replaces the one before. */
async function rowsOf(db: Db, ids: readonly NominationId[], by: IsoDate | undefined) {
  const of = <Row>(table: string) =>
    db(table)
      .whereIn('nomination_id', [...ids])
      .orderBy('id') as Promise<Row[]>
  const [answers, replies, appointments, letters, refusals] = await Promise.all([
    of<NominationAnswerRow>('nomination_answers'),
    of<NomineeReplyRow>('nominee_replies'),
    of<AppointmentRow>('appointments'),
    of<LetterRow>('letters'),
    of<NominationRefusalRow>('nomination_refusals'),
  ])
  return {
    answers: answers.filter(({ answered_on }) => happenedBy(answered_on, by)),
    replies: replies.filter(({ replied_on }) => happenedBy(replied_on, by)),
    appointments: appointments.filter(({ decided_on }) => happenedBy(decided_on, by)),
    letters: letters.filter(({ sent_on }) => happenedBy(sent_on, by)),
    refusals: refusals.filter(({ answered_on }) => happenedBy(answered_on, by)),
  }
}

function partsOf(id: NominationId, personId: PersonId, rows: Rows, nameOf: BodyNamer) {
  const here = ({ nomination_id }: { nomination_id: NominationId }) => nomination_id === id
  const own = ({ person_id }: { person_id: PersonId }) => person_id === personId
  const appointment = rows.appointments.filter(here).find(own)
  const all = rows.answers.filter(here)
  return {
    answers: all.filter(own).map((answer) => ({
      ...answer,
      body: nameOf(answer.body_id, answer.answered_on),
      ...whatFollowed(answer, all, rows.refusals.filter(here)),
    })),
    replies: rows.replies.filter(here).filter(own),
    appointment,
    letters: appointment ? rows.letters.filter(here).filter(({ kind }) => kind === 'appointment') : [],
  }
}

function whatFollowed(
  answer: NominationAnswerRow,
  answers: readonly NominationAnswerRow[],
  refusals: readonly NominationRefusalRow[],
): Pick<PersonAnswer, 'replaced_on' | 'refusal'> {
  const next = answers.find((other) => other.body_id === answer.body_id && other.id > answer.id)
  return {
    replaced_on: next && next.person_id !== answer.person_id ? next.answered_on : null,
    refusal: refusals.find(({ after_answer }) => after_answer === answer.id),
  }
}
