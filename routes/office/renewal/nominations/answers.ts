import type { Response, Router } from 'express'
import { body } from 'express-validator'
import { NotFound } from '../../../../models/core/errors.ts'
import { listPeople } from '../../../../models/council/people_with_seats.ts'
import { recordAnswer, type Nominee } from '../../../../models/renewal/nominations/answers.ts'
import { recordNobody, recordReply } from '../../../../models/renewal/nominations/replies.ts'
import { answerPage } from '../../../../views/office/renewal/nominations/answer.page.ts'
import { nobodyPage } from '../../../../views/office/renewal/nominations/nobody.page.ts'
import { replyPage } from '../../../../views/office/renewal/nominations/reply.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import {
  choice,
  chosenId,
  date,
  field,
  form,
  LONGEST,
  optionalEmail,
  optionalId,
  optionalText,
  text,
  ticked,
  type FormOf,
} from '../../../web/fields.ts'
import { byOf, submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { show } from '../../../web/views.ts'
import { whileOpen, type NominationRequest } from './showing.ts'

/** A person who is named already, another of the register (`known`), or a new one (`new`). */
const chosenNominee = field<{ who: string }>(
  body('who')
    .isString()
    .withMessage('invalid.choose')
    .bail()
    .matches(/^(known|new|[1-9]\d{0,8})$/)
    .withMessage('invalid.choose'),
)

const answerForm = form(
  chosenId('body_id'),
  chosenNominee,
  optionalId('person_id'),
  optionalText('name', LONGEST.name),
  optionalText('phone'),
  optionalEmail('email'),
  ticked('publish_name'),
  ticked('another'),
  text('given_by', LONGEST.name),
  date('answered_on'),
)

const nobodyForm = form(
  chosenId('body_id'),
  text('given_by', LONGEST.name),
  date('answered_on'),
  optionalText('note', LONGEST.text),
)

const replyForm = form(chosenId('person_id'), choice('reply', ['yes', 'no']), date('replied_on'))

export function answerRoutes(router: Router): void {
  const path = '/kontor/udpegninger/:id/svar'
  router.get(path, requires('nominations.write'), (req: NominationRequest, res) => showAnswer(req, res))
  router.post(
    path,
    requires('nominations.write'),
    answerForm,
    async (req: NominationRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, answerForm, {
        act: (typed) => recordAnswer(req.db, byOf(req), id, { ...typed, nominee: nomineeFrom(typed) }),
        again: (shown) => showAnswer(req, res, shown),
        done: () => paths.nomination(id),
        notice: 'nominations.answer_saved',
      })
    },
  )
  nobodyRoutes(router)
  replyRoutes(router)
}

function nobodyRoutes(router: Router): void {
  const path = '/kontor/udpegninger/:id/ingen'
  router.get(path, requires('nominations.write'), (req: NominationRequest, res) => showNobody(req, res))
  router.post(
    path,
    requires('nominations.write'),
    nobodyForm,
    async (req: NominationRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, nobodyForm, {
        act: (refusal) => recordNobody(req.db, byOf(req), id, refusal),
        again: (shown) => showNobody(req, res, shown),
        done: () => paths.nomination(id),
        notice: 'nominations.answer_saved',
      })
    },
  )
}

function replyRoutes(router: Router): void {
  const path = '/kontor/udpegninger/:id/samtykke'
  router.get(path, requires('nominations.write'), (req: NominationRequest, res) => showReply(req, res))
  router.post(
    path,
    requires('nominations.write'),
    replyForm,
    async (req: NominationRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, replyForm, {
        act: (reply) => recordReply(req.db, byOf(req), id, reply),
        again: (shown) => showReply(req, res, shown),
        done: () => paths.nomination(id),
        notice: 'nominations.reply_saved',
      })
    },
  )
}

function nomineeFrom({ who, person_id, publish_name, ...typed }: FormOf<typeof answerForm>): Nominee {
  if (who === 'known') return { known: person_id }
  if (who !== 'new') return { known: Number(who) }
  const { name, phone, email, another } = typed
  return { name, phone, email, publishName: publish_name, another }
}

async function showAnswer(req: NominationRequest, res: Response, again?: Again): Promise<void> {
  await whileOpen(req, res, again, async (nomination) => {
    const reader = readerOf(req)
    const people = await listPeople(req.db, reader.today)
    const page = answerPage(reader, nomination, people, req.query.organisation)
    const title = req.t('nominations.answer_heading')
    show(req, res, 'office/renewal/nominations/answer', { title, layout: 'office', page, ...again })
  })
}

async function showNobody(req: NominationRequest, res: Response, again?: Again): Promise<void> {
  await whileOpen(req, res, again, (nomination) => {
    const page = nobodyPage(readerOf(req), nomination, req.query.organisation)
    const title = req.t('nominations.nobody_heading')
    show(req, res, 'office/renewal/nominations/nobody', { title, layout: 'office', page, ...again })
  })
}

async function showReply(req: NominationRequest, res: Response, again?: Again): Promise<void> {
  await whileOpen(req, res, again, (nomination) => {
    const wanted = req.query.person ?? req.typed.person_id
    const answer = nomination.answers.find(
      ({ counts, person_id }) => counts && (wanted === undefined || String(person_id) === wanted),
    )
    if (!answer) throw new NotFound('nominee')
    const page = replyPage(readerOf(req), nomination, answer)
    const title = req.t('nominations.reply_heading', { name: page.name })
    show(req, res, 'office/renewal/nominations/reply', { title, layout: 'office', page, ...again })
  })
}
