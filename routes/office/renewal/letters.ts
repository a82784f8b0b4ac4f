import type { Request, Response, Router } from 'express'
import { getAccount } from '../../../models/accounts/index.ts'
import { NotFound } from '../../../models/core/index.ts'
import * as renewal from '../../../models/renewal/index.ts'
import { letterPage } from '../../../views/office/renewal/index.ts'
import { makeLetter } from '../../../views/paper/renewal/letters.ts'
import * as letters from '../../../views/paper/renewal/letter_text.ts'
import * as web from '../../web/index.ts'
import { choice, form, type FormOf, wholeNumber } from '../../web/fields.ts'

type LetterRequest = Request<{ id: string; kind: string; to: string }>

/** The kinds as addresses name them. */
const KINDS: Readonly<Record<string, renewal.LetterKind>> = {
  anmodning: 'request',
  paamindelse: 'reminder',
  udpegning: 'appointment',
}

const sendingForm = form(choice('way', ['paper', 'email']), wholeNumber('seen'))

/** Letters go on paper, and by e-mail when a mail server is configured. */
export function letterRoutes(router: Router): void {
  const path = '/kontor/udpegninger/:id/breve/:kind/:to'
  router.get(path, web.requires('nominations.write'), web.shows(showLetter))
  router.get(
    `${path}/brev.pdf`,
    web.requires('nominations.write'),
    async (req: LetterRequest, res: Response) => {
      const { letter, text } = await letterOf(req)
      const council = req.house.council.name
      // Letters go to Danish organisations and members, whatever language the secretary reads in.
      const file = await makeLetter({
        t: web.translatorFor('da'),
        lang: 'da',
        date: letter.date,
        text,
        council,
      })
      res.set('Cache-Control', 'no-store').type('application/pdf').send(file)
    },
  )
  router.post(
    path,
    web.requires('nominations.write'),
    web.submits(sendingForm, {
      act: (req, sending) => send(req, sending),
      again: showLetter,
      done: (req) => web.paths.nomination(web.idFrom('nomination', req.params.id)),
      notice: 'letters.saved',
    }),
  )
}

async function send(req: LetterRequest, { way, seen }: FormOf<typeof sendingForm>): Promise<unknown> {
  const { letter, text } = await letterOf(req)
  const sending = { ...letterAt(req), seen }
  if (way === 'paper') return renewal.recordPrinted(req.db, web.byOf(req), sending)
  const message = { subject: text.subject, text: letters.plainLetter(text) }
  const mail = { mailer: req.house.mailer, message, to: letter.to.email }
  return renewal.sendByEmail(req.db, web.byOf(req), sending, mail)
}

function letterAt(req: LetterRequest): Omit<renewal.LetterToSend, 'seen'> {
  const { id, kind, to } = req.params
  const known = KINDS[kind]
  if (!known || (known === 'appointment') !== (to === 'person')) throw new NotFound(`letter ${kind}`)
  return {
    nominationId: web.idFrom('nomination', id),
    kind: known,
    bodyId: to === 'person' ? undefined : web.idFrom('body', to),
  }
}

async function letterOf(req: LetterRequest): Promise<{ letter: renewal.Letter; text: letters.LetterText }> {
  const { nominationId, kind, bodyId } = letterAt(req)
  const letter = await renewal.getLetter(req.db, nominationId, kind, bodyId, req.clock.today())
  return { letter, text: letters.letterText(web.translatorFor('da'), 'da', letter, await senderOf(req)) }
}

/** An answer goes to the council's own contact; when none is configured, to the secretary who writes. */
export async function senderOf(req: Request): Promise<letters.Sender> {
  const { name: council, municipality } = req.house.council
  const { id, name } = web.userOf(req)
  const ours = req.house.contact
  const contact =
    (ours.email ?? ours.phone) ? ours : { email: (await getAccount(req.db, id)).email, phone: null }
  return { name, council, municipality, contact }
}

async function showLetter(req: LetterRequest, res: Response, again: web.Shown = {}): Promise<void> {
  const { letter, text } = await letterOf(req)
  const { id, kind, to } = req.params
  const canMail = req.house.mailer !== null
  const page = letterPage(
    [web.idFrom('nomination', id), kind, to === 'person' ? to : web.idFrom('body', to)],
    letter,
    text,
    canMail,
  )
  web.show(req, res, 'office/renewal/letter', { title: req.t(`letters.kind.${letter.kind}`), page, ...again })
}
