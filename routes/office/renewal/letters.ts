import type { Request, Response, Router } from 'express'
import { getAccount } from '../../../models/accounts/accounts.ts'
import { NotFound } from '../../../models/core/errors.ts'
import {
  getLetter,
  recordPrinted,
  sendByEmail,
  type Letter,
  type LetterToSend,
} from '../../../models/renewal/letters.ts'
import type { Mailer } from '../../../models/core/mail.ts'
import type { LetterKind } from '../../../models/renewal/nominations/tables.ts'
import { makeLetter } from '../../../views/paper/renewal/letters.ts'
import {
  letterText,
  plainLetter,
  type LetterText,
  type Sender,
} from '../../../views/paper/renewal/letter_text.ts'
import { requires, userOf } from '../../web/access.ts'
import { choice, wholeNumber } from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { translatorFor } from '../../web/i18n.ts'
import { idFrom } from '../../web/ids.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'

type LetterRequest = Request<{ id: string; kind: string; to: string }>

/** How the kinds of letters are called in addresses. */
const KINDS: Readonly<Record<string, LetterKind>> = {
  anmodning: 'request',
  paamindelse: 'reminder',
  udpegning: 'appointment',
}

/** office/letters/letter: the letter as it will be read, and the ways to send it. */
export interface LetterPage extends LetterText {
  kind: LetterKind
  body: string
  action: string
  back: string
  fileHref: string
  /** Where it goes by e-mail; null where there is no address or no mail server. */
  email: string | null
  /** How many of them have been sent already, for the form to carry. */
  sent: number
  /** There is a mail server. */
  canMail: boolean
}

/** Letters to organisations and to those who are appointed: on paper, and by e-mail where a mail server is configured. */
export function letterRoutes(router: Router): void {
  router.get(
    '/kontor/udpegninger/:id/breve/:kind/:to',
    requires('nominations.write'),
    (req: LetterRequest, res: Response) => showLetter(req, res),
  )
  router.get(
    '/kontor/udpegninger/:id/breve/:kind/:to/brev.pdf',
    requires('nominations.write'),
    async (req: LetterRequest, res: Response) => {
      const { letter, text } = await letterOf(req)
      const { name: council } = councilOf(req)
      // Letters go to Danish organisations and members, whatever language the office is read in.
      const file = await makeLetter({ t: translatorFor('da'), lang: 'da', date: letter.date, text, council })
      res.set('Cache-Control', 'no-store').type('application/pdf').send(file)
    },
  )
  router.post(
    '/kontor/udpegninger/:id/breve/:kind/:to',
    requires('nominations.write'),
    choice('way', ['paper', 'email']),
    wholeNumber('seen'),
    async (req: LetterRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<{ way: 'paper' | 'email'; seen: number }, unknown>(req, res, {
        act: ({ way, seen }) => send(req, way, seen),
        again: (shown) => showLetter(req, res, shown),
        done: () => paths.nomination(id),
        notice: 'letters.saved',
      })
    },
  )
}

async function send(req: LetterRequest, way: 'paper' | 'email', seen: number): Promise<unknown> {
  const { letter, text } = await letterOf(req)
  const sending = { ...letterAt(req), seen }
  if (way === 'paper') return recordPrinted(req.db, byOf(req), sending)
  const message = { subject: text.subject, text: plainLetter(text) }
  return sendByEmail(req.db, byOf(req), sending, { mailer: mailerOf(req), message, to: letter.to.email })
}

function letterAt(req: LetterRequest): Omit<LetterToSend, 'seen'> {
  const { id, kind, to } = req.params
  const known = KINDS[kind]
  if (!known || (known === 'appointment') !== (to === 'person')) throw new NotFound(`letter ${kind}`)
  return { nominationId: idFrom(id), kind: known, bodyId: to === 'person' ? undefined : idFrom(to) }
}

async function letterOf(req: LetterRequest): Promise<{ letter: Letter; text: LetterText }> {
  const { nominationId, kind, bodyId } = letterAt(req)
  const letter = await getLetter(req.db, nominationId, kind, bodyId, req.clock.today())
  return { letter, text: letterText(translatorFor('da'), 'da', letter, await senderOf(req)) }
}

/** One answers to the council's own contact; where none is configured, to whoever writes. */
async function senderOf(req: Request): Promise<Sender> {
  const { name: council, municipality } = councilOf(req)
  const { id, name } = userOf(req)
  const ours = req.house.contact
  const contact =
    (ours.email ?? ours.phone) ? ours : { email: (await getAccount(req.db, id)).email, phone: null }
  return { name, council, municipality, contact }
}

function councilOf(req: Request): { name: string; municipality: string } {
  return req.house.council
}

function mailerOf(req: Request): Mailer | null {
  return req.house.mailer
}

async function showLetter(req: LetterRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const { letter, text } = await letterOf(req)
  const { id, kind, to } = req.params
  const nominationId = idFrom(id)
  const at = to === 'person' ? 'person' : idFrom(to)
  const canMail = mailerOf(req) !== null
  const page: LetterPage = {
    ...text,
    kind: letter.kind,
    body: plainLetter(text),
    action: paths.letter(nominationId, kind, at),
    back: paths.nomination(nominationId),
    fileHref: paths.letterFile(nominationId, kind, at),
    sent: letter.sent,
    email: canMail ? letter.to.email : null,
    canMail,
  }
  const title = req.t(`letters.kind.${letter.kind}`)
  show(req, res, 'office/renewal/letter', { title, layout: 'office', page, ...shown })
}
