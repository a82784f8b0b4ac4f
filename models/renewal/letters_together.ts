import { together, type By } from '../core/audit.ts'
import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { BodyId } from '../core/ids.ts'
import { Conflict } from '../core/errors.ts'
import type { Mailer, Message } from '../core/mail.ts'
import { getLetter, type Letter, type LetterToSend, recordPrinted, sendByEmail } from './letters.ts'
import { listNominationsOfTerm } from './nominations/nominations.ts'
import { unsentTo } from './nominations/unsent.ts'
import type { Renewal } from './renewal.ts'

export interface RequestToSend {
  bodyId: BodyId
  letter: Letter
}

/** The letters of a renewal that no organisation has been sent yet, in the order of the seats. */
export async function listRequestsToSend(
  db: Db,
  { term }: Pick<Renewal, 'term'>,
  today: IsoDate,
): Promise<RequestToSend[]> {
  const requests: RequestToSend[] = []
  for (const nomination of (await listNominationsOfTerm(db, term.id)).reverse())
    for (const { id: bodyId } of unsentTo(nomination))
      requests.push({ bodyId, letter: await getLetter(db, nomination.id, 'request', bodyId, today) })
  return requests
}

type Request = Pick<RequestToSend, 'bodyId' | 'letter'>

/** All or none. `seen`: how many the page listed; another number now is a Conflict. */
export async function recordAllPrinted(
  db: Db,
  by: By,
  requests: readonly Request[],
  seen: number,
): Promise<{ count: number }> {
  return together(db, by, async (trx, inner) => {
    if (requests.length !== seen) throw new Conflict('letter_sent_meanwhile')
    for (const request of requests) await recordPrinted(trx, inner, toSend(request))
    return { count: requests.length }
  })
}

/** Each letter is recorded when it is sent: after a refusal only those left are sent again. `seen` as for those printed. */
export async function sendAllByEmail(
  db: Db,
  by: By,
  mailer: Mailer | null,
  requests: readonly (Request & { message: Omit<Message, 'to'> })[],
  seen: number,
): Promise<void> {
  if (requests.length !== seen) throw new Conflict('letter_sent_meanwhile')
  for (const { message, ...request } of requests.filter(({ letter }) => letter.to.email !== null)) {
    const { bodyId, letter } = request
    const once = by.once === undefined ? undefined : `${by.once}:${letter.nominationId}:${bodyId}`
    await sendByEmail(db, { ...by, once }, toSend(request), { mailer, message, to: letter.to.email })
  }
}

function toSend({ bodyId, letter: { nominationId, kind } }: Request): LetterToSend {
  return { nominationId, kind, bodyId, seen: 0 }
}
