import type { IsoDate } from '../../../../models/core/dates.ts'
import type { PersonId } from '../../../../models/core/ids.ts'
import type {
  AskedBody,
  Nomination,
  RecordedAnswer,
} from '../../../../models/renewal/nominations/nominations.ts'
import { waitsForYes } from '../../../../models/renewal/nominations/consent.ts'
import { unsentTo } from '../../../../models/renewal/nominations/unsent.ts'
import type { LetterRow } from '../../../../models/renewal/nominations/tables.ts'
import type { GuideStep } from '../../../partials/elections/parts.ts'
import type { LinkTo } from '../../../partials/parts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { listOf } from '../../elections/head.ts'
import { assumedFor, type AssumedLine } from './assumed.ts'
import { nominationLine, type NominationLine } from './line.ts'
import { newHref } from './words.ts'

export interface NominationPage extends NominationLine {
  lead: string
  steps: GuideStep[]
  mayWrite: boolean
  /** null when the nomination is closed. */
  next: LinkTo | null
  askedOn: IsoDate
  agreement: Nomination['agreement']
  bodies: BodyLine[]
  /** What an organisation answered before it changed its mind, the newest first. */
  earlier: { body: string; person: string; on: IsoDate }[]
  appointingBody: string | null
  appointment: AppointmentLine | null
  closing: { on: IsoDate; reason: string; by: string } | null
  assumed: AssumedLine
  closeHref: string
  askAgainHref: string
}

interface BodyLine {
  name: string
  /** Why a successor was asked; null for the area's own organisations. */
  successorReason: string | null
  answer: {
    person: string
    personHref: string
    on: IsoDate
    givenBy: string
    /** The nominee's answer; null until it is written down. */
    reply: { said: 'yes' | 'no'; on: IsoDate } | null
    /** The nominee's other seat in the term: a member can hold only one. */
    sitsOn: string | null
    replyHref: string
  } | null
  /** Given when the organisation names no nominee. */
  nobody: { on: IsoDate; givenBy: string; note: string | null } | null
  answerHref: string
  nobodyHref: string
  letters: LetterLine[]
  requestHref: string
  reminderHref: string
}

interface LetterLine {
  kind: 'request' | 'reminder' | 'appointment'
  way: 'paper' | 'email'
  on: IsoDate
}

interface AppointmentLine {
  letterHref: string
  letters: LetterLine[]
  person: string
  body: string
  decidedOn: IsoDate
  caseNumber: string | null
  eligibleAs: 'resident' | 'active'
  note: string | null
  recordedBy: string
  seatHref: string
}

/** `elsewhere`: the other seats of the nominees, by person. */
export function nominationPage(
  reader: Reader,
  nomination: Nomination,
  elsewhere: ReadonlyMap<PersonId, string>,
): NominationPage {
  const { id, bodies, answers, closing } = nomination
  const line = nominationLine(reader, nomination)
  const { names } = line
  const lead = waitsForYes(nomination) === undefined ? line.state : 'reply'
  return {
    ...line,
    lead: reader.t(`nominations.lead_${lead}`, { names: listOf(reader, names), count: names.length }),
    steps: stepsIn(reader, nomination, line),
    mayWrite: reader.can['nominations.write'] && line.endedOn === null,
    next: nextIn(reader, line, nomination),
    askedOn: nomination.asked_on,
    agreement: nomination.agreement,
    bodies: bodies.map((body) => bodyLine(nomination, body, elsewhere)),
    earlier: answers
      .filter(({ counts }) => !counts)
      .reverse()
      .map(({ body_id, person, answered_on }) => ({
        body: bodies.find((body) => body.id === body_id)?.name ?? '',
        person,
        on: answered_on,
      })),
    appointingBody: nomination.appointingBody,
    appointment: appointmentLine(nomination),
    closing: closing ? { on: closing.closed_on, reason: closing.reason, by: closing.recorded_by } : null,
    assumed: assumedFor(reader, nomination),
    closeHref: paths.nominationClosing(id),
    askAgainHref: newHref(nomination.seat.slug, nomination.term),
  }
}

function nextIn({ t }: Reader, { state }: NominationLine, nomination: Nomination): LinkTo | null {
  const { id } = nomination
  const [unsent] = unsentTo(nomination)
  if (unsent && state === 'waiting' && nomination.answers.length === 0)
    return { text: t('letters.send_heading'), href: paths.letter(id, 'anmodning', unsent.id) }
  const asked = waitsForYes(nomination)
  if (asked !== undefined)
    return { text: t('nominations.button_reply'), href: `${paths.nomineeReply(id)}?person=${asked}` }
  const links: Partial<Record<NominationLine['state'], [word: string, href: string]>> = {
    waiting: ['answer', paths.nominationAnswer(id)],
    agreed: ['appoint', paths.appointment(id)],
    disagreement: ['decide', paths.appointment(id)],
    nobody: ['answer', paths.nominationAnswer(id)],
  }
  const link = links[state]
  return link ? { text: t(`nominations.button_${link[0]}`), href: link[1] } : null
}

function stepsIn({ t }: Reader, nomination: Nomination, { state }: NominationLine): GuideStep[] {
  const { bodies, answers, asked_on, appointment } = nomination
  const answered =
    answers.filter(({ counts }) => counts).length + bodies.filter(({ refusal }) => refusal).length
  const waits = state === 'waiting' || state === 'nobody'
  return [
    { label: t('nominations.step_asked'), state: 'done', date: asked_on },
    {
      label: t('nominations.step_answers'),
      state: waits ? 'current' : answered === bodies.length ? 'done' : 'todo',
      note: t('nominations.step_answers_note', { answered, count: bodies.length }),
    },
    state === 'disagreement'
      ? { label: t('nominations.step_decision'), state: 'current' }
      : {
          label: t('nominations.step_appointed'),
          state: state === 'appointed' ? 'done' : state === 'agreed' ? 'current' : 'todo',
          date: appointment?.decided_on,
        },
  ]
}

function bodyLine(
  nomination: Nomination,
  body: AskedBody,
  elsewhere: ReadonlyMap<PersonId, string>,
): BodyLine {
  const { id, answers } = nomination
  const { refusal } = body
  return {
    name: body.name,
    successorReason: body.successor_reason,
    answer: answerLine(
      nomination,
      answers.find(({ body_id, counts }) => body_id === body.id && counts),
      elsewhere,
    ),
    nobody: refusal ? { on: refusal.answered_on, givenBy: refusal.given_by, note: refusal.note } : null,
    nobodyHref: `${paths.nominationRefusal(id)}?organisation=${body.id}`,
    letters: lettersIn(nomination, (letter) => letter.body_id === body.id),
    requestHref: paths.letter(id, 'anmodning', body.id),
    reminderHref: paths.letter(id, 'paamindelse', body.id),
    answerHref: `${paths.nominationAnswer(id)}?organisation=${body.id}`,
  }
}

function answerLine(
  { id }: Nomination,
  answer: RecordedAnswer | undefined,
  elsewhere: ReadonlyMap<PersonId, string>,
): BodyLine['answer'] {
  if (!answer) return null
  const { person, person_id, reply } = answer
  return {
    person,
    personHref: paths.person(person_id),
    on: answer.answered_on,
    givenBy: answer.given_by,
    reply: reply ? { said: reply.reply, on: reply.replied_on } : null,
    sitsOn: elsewhere.get(person_id) ?? null,
    replyHref: `${paths.nomineeReply(id)}?person=${person_id}`,
  }
}

function appointmentLine(nomination: Nomination): AppointmentLine | null {
  const { id, appointment, seat } = nomination
  if (!appointment) return null
  return {
    person: appointment.person,
    body: appointment.appointing_body,
    decidedOn: appointment.decided_on,
    caseNumber: appointment.case_number,
    eligibleAs: appointment.eligible_as,
    note: appointment.note,
    recordedBy: appointment.recorded_by,
    seatHref: paths.seat(seat.slug),
    letterHref: paths.letter(id, 'udpegning', 'person'),
    letters: lettersIn(nomination, ({ kind }) => kind === 'appointment'),
  }
}

function lettersIn({ letters }: Nomination, which: (letter: LetterRow) => boolean): LetterLine[] {
  return letters.filter(which).map(({ kind, sent_by_way_of: way, sent_on: on }) => ({ kind, way, on }))
}
