import type { Request, Response, Router } from 'express'
import { NotFound } from '../../../../models/core/errors.ts'
import type { Nomination } from '../../../../models/renewal/nominations/nominations.ts'
import {
  recordNobody,
  recordReply,
  type RefusalForm,
  type ReplyForm,
} from '../../../../models/renewal/nominations/replies.ts'
import { requires } from '../../../web/access.ts'
import { chosenId, choice, date, LONGEST, optionalText, text } from '../../../web/fields.ts'
import { byOf, submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { show } from '../../../web/views.ts'
import { whileOpen } from './showing.ts'

type NominationRequest = Request<{ id: string }>

/** An organisation that names nobody, and what the nominee says. */
export function replyRoutes(router: Router): void {
  router.get('/kontor/udpegninger/:id/ingen', requires('nominations.write'), (req: NominationRequest, res) =>
    showNobody(req, res),
  )
  router.post(
    '/kontor/udpegninger/:id/ingen',
    requires('nominations.write'),
    chosenId('body_id'),
    text('given_by', LONGEST.name),
    date('answered_on'),
    optionalText('note', LONGEST.text),
    async (req: NominationRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<RefusalForm, unknown>(req, res, {
        act: (form) => recordNobody(req.db, byOf(req), id, form),
        again: (shown) => showNobody(req, res, shown),
        done: () => paths.nomination(id),
        notice: 'nominations.answer_saved',
      })
    },
  )
  router.get(
    '/kontor/udpegninger/:id/samtykke',
    requires('nominations.write'),
    (req: NominationRequest, res) => showReply(req, res),
  )
  router.post(
    '/kontor/udpegninger/:id/samtykke',
    requires('nominations.write'),
    chosenId('person_id'),
    choice('reply', ['yes', 'no']),
    date('replied_on'),
    async (req: NominationRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<ReplyForm, unknown>(req, res, {
        act: (form) => recordReply(req.db, byOf(req), id, form),
        again: (shown) => showReply(req, res, shown),
        done: () => paths.nomination(id),
        notice: 'nominations.reply_saved',
      })
    },
  )
}

async function showNobody(req: NominationRequest, res: Response, shown?: Again): Promise<void> {
  await whileOpen(req, res, shown, ({ id, seat, bodies }) => {
    const page = {
      seat: seat.label,
      action: paths.nominationRefusal(id),
      back: paths.nomination(id),
      bodies: bodies.map((body) => ({ value: String(body.id), text: body.name })),
      body: typeof req.query.organisation === 'string' ? req.query.organisation : '',
      today: req.clock.today(),
    }
    const title = req.t('nominations.nobody_heading')
    show(req, res, 'office/renewal/nominations/nobody', { title, layout: 'office', page, ...shown })
  })
}

async function showReply(req: NominationRequest, res: Response, shown?: Again): Promise<void> {
  await whileOpen(req, res, shown, (nomination) => {
    const page = replyPage(req, nomination)
    const title = req.t('nominations.reply_heading', { name: page.name })
    show(req, res, 'office/renewal/nominations/reply', { title, layout: 'office', page, ...shown })
  })
}

function replyPage(req: Request, { id, seat, answers }: Nomination) {
  const wanted = req.query.person ?? req.typed.person_id
  const named = answers.find(
    ({ counts, person_id }) => counts && (wanted === undefined || String(person_id) === wanted),
  )
  if (!named) throw new NotFound('nominee')
  return {
    seat: seat.label,
    name: named.person,
    person: named.person_id,
    action: paths.nomineeReply(id),
    back: paths.nomination(id),
    today: req.clock.today(),
  }
}
