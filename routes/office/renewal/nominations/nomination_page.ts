import type { Request } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { getNomination, type Nomination } from '../../../../models/renewal/nominations/nominations.ts'
import { seatsElsewhere } from '../../../../models/renewal/nominations/seat_in_term.ts'
import type { LetterRow } from '../../../../models/renewal/nominations/tables.ts'
import { paths } from '../../../../views/paths.ts'
import { assumedFor, type AssumedLine } from './assumed.ts'
import { newHref } from '../../../../views/office/renewal/nominations/words.ts'
import { lineOf, type NominationLine } from './list_page.ts'

/** office/nominations/nomination. */
export interface NominationPage extends NominationLine {
  askedOn: IsoDate
  agreement: Nomination['agreement']
  bodies: BodyLine[]
  answered: number
  /** What an organisation said before it changed its mind, the newest first. */
  earlier: { body: string; person: string; on: IsoDate }[]
  appointingBody: string | null
  appointment: AppointmentLine | null
  closing: { on: IsoDate; reason: string; by: string } | null
  assumed: AssumedLine
  answerHref: string
  appointHref: string
  closeHref: string
  /** To ask for the same seat once more, after this came to nothing. */
  askAgainHref: string
}

export interface BodyLine {
  name: string
  /** Why a successor was asked; null for the area's own organisations. */
  successorReason: string | null
  answer: {
    person: string
    personHref: string
    on: IsoDate
    givenBy: string
    /** What the nominee says; null where nobody has written it down. */
    reply: { said: 'yes' | 'no'; on: IsoDate } | null
    /** The other seat that the nominee holds in the term; nobody holds two. */
    sitsOn: string | null
    replyHref: string
  } | null
  /** The organisation names nobody. */
  nobody: { on: IsoDate; givenBy: string; note: string | null } | null
  answerHref: string
  nobodyHref: string
  letters: LetterLine[]
  requestHref: string
  reminderHref: string
}

/** A letter that went out. */
export interface LetterLine {
  kind: 'request' | 'reminder' | 'appointment'
  way: 'paper' | 'email'
  on: IsoDate
}

export interface AppointmentLine {
  letterHref: string
  letters: LetterLine[]
  person: string
  personHref: string
  body: string
  decidedOn: IsoDate
  caseNumber: string | null
  eligibleAs: 'resident' | 'active'
  note: string | null
  recordedBy: string
  seatHref: string
}

export async function nominationPage(req: Request, id: number): Promise<NominationPage> {
  const nomination = await getNomination(req.db, id)
  const { bodies, answers, appointment, closing } = nomination
  const answerHref = paths.nominationAnswer(id)
  const elsewhere = await seatsElsewhere(req.db, nomination)
  return {
    ...lineOf(req, nomination),
    askedOn: nomination.asked_on,
    agreement: nomination.agreement,
    bodies: bodies.map((body) => {
      const answer = answers.find(({ body_id, counts }) => body_id === body.id && counts)
      return {
        name: body.name,
        successorReason: body.successor_reason,
        answer: answer
          ? {
              person: answer.person,
              personHref: paths.person(answer.person_id),
              on: answer.answered_on,
              givenBy: answer.given_by,
              reply: answer.reply ? { said: answer.reply.reply, on: answer.reply.replied_on } : null,
              sitsOn: elsewhere.get(answer.person_id) ?? null,
              replyHref: `${paths.nomineeReply(id)}?person=${answer.person_id}`,
            }
          : null,
        nobody: body.refusal
          ? { on: body.refusal.answered_on, givenBy: body.refusal.given_by, note: body.refusal.note }
          : null,
        nobodyHref: `${paths.nominationRefusal(id)}?organisation=${body.id}`,
        letters: lettersOf(nomination, (letter) => letter.body_id === body.id),
        requestHref: paths.letter(id, 'anmodning', body.id),
        reminderHref: paths.letter(id, 'paamindelse', body.id),
        answerHref: `${answerHref}?organisation=${body.id}`,
      }
    }),
    answered: answers.filter(({ counts }) => counts).length + bodies.filter(({ refusal }) => refusal).length,
    earlier: answers
      .filter(({ counts }) => !counts)
      .reverse()
      .map(({ body_id, person, answered_on }) => ({
        body: bodies.find((body) => body.id === body_id)?.name ?? '',
        person,
        on: answered_on,
      })),
    appointingBody: nomination.appointingBody,
    appointment: appointment
      ? {
          person: appointment.person,
          personHref: paths.person(appointment.person_id),
          body: appointment.appointing_body,
          decidedOn: appointment.decided_on,
          caseNumber: appointment.case_number,
          eligibleAs: appointment.eligible_as,
          note: appointment.note,
          recordedBy: appointment.recorded_by,
          seatHref: paths.seat(nomination.seat.slug),
          letterHref: paths.letter(id, 'udpegning', 'person'),
          letters: lettersOf(nomination, ({ kind }) => kind === 'appointment'),
        }
      : null,
    closing: closing ? { on: closing.closed_on, reason: closing.reason, by: closing.recorded_by } : null,
    assumed: assumedFor(req, nomination),
    answerHref,
    appointHref: paths.appointment(id),
    closeHref: paths.nominationClosing(id),
    askAgainHref: newHref(nomination.seat.slug, nomination.term),
  }
}

function lettersOf({ letters }: Nomination, which: (letter: LetterRow) => boolean): LetterLine[] {
  return letters.filter(which).map(({ kind, sent_by_way_of: way, sent_on: on }) => ({ kind, way, on }))
}
