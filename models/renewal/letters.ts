import { alone } from '../core/alone.ts'
import { act, wasDone, type By } from '../core/audit.ts'
import { later, type IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { type BodyId, NO_ID, type NominationId } from '../core/ids.ts'
import { Conflict, NotFound, Refused } from '../core/errors.ts'
import { NotSent, type Mailer, type Message } from '../core/mail.ts'
import { getNomination, type AskedBody, type Nomination } from './nominations/nominations.ts'
import { listBodiesInFull } from '../bodies/body_in_full.ts'
import type { Agreement, Ground } from '../statutes/document.ts'
import type { PersonRow } from '../people/tables.ts'
import type { TermRow } from '../council/tables.ts'
import type { LetterKind } from './nominations/tables.ts'

export interface Letter {
  kind: LetterKind
  /** The date of the letter; names are those of that day. */
  date: IsoDate
  nominationId: NominationId
  /** How many of this kind were sent to the same reader before. */
  sent: number
  seat: string
  term: TermRow
  to: {
    name: string
    attention: string | null
    /** null when the address is protected or unknown. */
    address: string | null
    email: string | null
    /** Where an appointed member gets messages, if not by post. */
    place: string | null
  }
  request: { answerBy: IsoDate; agreement: Agreement; others: string[]; grounds: readonly Ground[] } | null
  appointment: {
    by: string
    on: IsoDate
    from: IsoDate
    until: IsoDate
    nominatedBy: string[]
    caseNumber: string | null
  } | null
}

/** Throws NotFound when there is no such letter to write. */
export async function getLetter(
  db: Db,
  nominationId: NominationId,
  kind: LetterKind,
  bodyId: BodyId | undefined,
  today: IsoDate,
): Promise<Letter> {
  const nomination = await getNomination(db, nominationId)
  const { seat, term } = nomination
  const sent = sentBefore(nomination, kind, bodyId)
  const common = { kind, date: today, nominationId, sent, seat: seat.label, term }
  if (kind === 'appointment') return { ...common, request: null, ...(await toAppointee(db, nomination)) }
  const body = nomination.bodies.find(({ id }) => id === bodyId)
  if (!body || nomination.status !== 'open') throw new NotFound(`letter ${kind} to ${bodyId ?? 0}`)
  return { ...common, appointment: null, ...(await toOrganisation(db, nomination, body, today)) }
}

async function toOrganisation(db: Db, nomination: Nomination, body: AskedBody, today: IsoDate) {
  const bodies = await listBodiesInFull(db, today)
  const nameOf = (id: BodyId) => bodies.find((one) => one.id === id)?.name ?? ''
  const contact = bodies.find(({ id }) => id === body.id)?.contact
  return {
    to: {
      name: nameOf(body.id),
      attention: contact?.name ?? null,
      address: contact?.postal_address ?? null,
      email: contact?.email ?? null,
      place: null,
    },
    request: {
      answerBy: nomination.answer_by,
      agreement: nomination.agreement,
      others: nomination.bodies.filter(({ id }) => id !== body.id).map(({ id }) => nameOf(id)),
      grounds: nomination.grounds,
    },
  }
}

async function toAppointee(db: Db, nomination: Nomination) {
  const { appointment, bodies, answers } = nomination
  if (!appointment) throw new NotFound(`no appointment in ${nomination.id}`)
  const person = await db('people').where({ id: appointment.person_id }).first()
  if (!person) throw new NotFound(`person ${appointment.person_id}`)
  const membership = await db('memberships').where({ appointment_id: appointment.id }).first()
  const nominated = answers.filter(({ counts, person_id }) => counts && person_id === person.id)
  return {
    to: {
      name: person.name,
      attention: null,
      // Other people may see the envelope.
      address: person.protected_address ? null : person.postal_address,
      email: person.email,
      place: person.contact_by === 'place' ? await placeName(db, person) : null,
    },
    appointment: {
      by: appointment.appointing_body,
      on: appointment.decided_on,
      from: membership?.starts_on ?? later(nomination.term.starts_on, appointment.decided_on),
      until: membership?.due_on ?? nomination.term.ends_on,
      nominatedBy: bodies
        .filter(({ id }) => nominated.some(({ body_id }) => body_id === id))
        .map(({ name }) => name),
      caseNumber: appointment.case_number,
    },
  }
}

async function placeName(db: Db, { contact_place_id }: PersonRow): Promise<string | null> {
  const names = await db('body_names')
    .where({ body_id: contact_place_id ?? NO_ID, kind: 'official' })
    .orderBy('id')
  return names.at(-1)?.name ?? null
}

export interface LetterToSend {
  nominationId: NominationId
  kind: LetterKind
  bodyId: BodyId | undefined
  /** How many of the kind had been sent when the page was made; more now is a Conflict. */
  seen: number
}

/** Counts letters to the organisation, or to the appointed member when `bodyId` is undefined. */
function sentBefore({ letters }: Nomination, kind: LetterKind, bodyId: BodyId | undefined): number {
  return letters.filter((one) => one.kind === kind && one.body_id === (bodyId ?? null)).length
}

export async function recordPrinted(db: Db, by: By, letter: LetterToSend): Promise<{ id: NominationId }> {
  return recordSent(db, by, letter, 'paper')
}

// One send at a time for each letter: a second click sends nothing, and an old page is a Conflict.
/** Records no address. Throws Refused, recording nothing, for no mail server, no address or the server's no. */
export async function sendByEmail(
  db: Db,
  by: By,
  letter: LetterToSend,
  mail: { mailer: Mailer | null; message: Omit<Message, 'to'>; to: string | null },
): Promise<{ id: NominationId }> {
  const { mailer, message, to } = mail
  const { nominationId: id, kind, bodyId } = letter
  if (!mailer) throw new Refused('no_mail_server')
  if (to === null) throw new Refused('no_email_address')
  return alone(db, by, `letter:${id}:${kind}:${bodyId ?? 'person'}`, async () => {
    if (await wasDone(db, by)) return { id }
    refuseSentMeanwhile(await getNomination(db, id), letter)
    await sendOrRefuse(mailer, { to, ...message })
    return recordSent(db, by, letter, 'email')
  })
}

function refuseSentMeanwhile(nomination: Nomination, { kind, bodyId, seen }: LetterToSend): void {
  if (sentBefore(nomination, kind, bodyId) > seen) throw new Conflict('letter_sent_meanwhile')
}

async function sendOrRefuse(mailer: Mailer, message: Message): Promise<void> {
  try {
    await mailer.send(message)
  } catch (error) {
    if (!(error instanceof NotSent)) throw error
    if (error.why === 'address') throw new Refused('mail_address_refused', { email: message.to })
    throw new Refused(error.why === 'unknown' ? 'mail_maybe_sent' : 'mail_not_sent')
  }
}

async function recordSent(
  db: Db,
  by: By,
  letter: LetterToSend,
  way: 'paper' | 'email',
): Promise<{ id: NominationId }> {
  const { nominationId, kind, bodyId } = letter
  return act(db, by, async (trx) => {
    const nomination = await getNomination(trx, nominationId)
    if (way === 'paper') refuseSentMeanwhile(nomination, letter)
    const body = nomination.bodies.find(({ id }) => id === bodyId)
    if (kind !== 'appointment' && !body) throw new NotFound(`body ${bodyId ?? 0} was not asked`)
    await trx('letters').insert({
      ...{ nomination_id: nominationId, kind, body_id: kind === 'appointment' ? null : (bodyId ?? null) },
      ...{ sent_by_way_of: way, sent_on: by.clock.today(), recorded_by: by.name },
    })
    const details = { seat: nomination.seat.slug, kind, body: body?.slug, way }
    const result = { id: nominationId }
    return { action: 'nomination.letter_sent', subject: `nomination:${nominationId}`, details, result }
  })
}
