import type { Request, Response, Router } from 'express'
import { body } from 'express-validator'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { recordAnswer, type Nominee } from '../../../../models/renewal/nominations/answers.ts'
import { requires } from '../../../web/access.ts'
import {
  chosenId,
  date,
  LONGEST,
  optionalEmail,
  optionalId,
  optionalText,
  text,
  ticked,
} from '../../../web/fields.ts'
import { byOf, submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { showAnswer } from './showing.ts'

type NominationRequest = Request<{ id: string }>

interface TypedAnswer {
  body_id: number
  /** Somebody who is named already, somebody else in the register, or somebody new. */
  who: string
  person_id?: number
  name?: string
  phone?: string
  email?: string
  publish_name: boolean
  another: boolean
  given_by: string
  answered_on: IsoDate
}

/** Recording what an organisation answers. */
export function answerRoutes(router: Router): void {
  router.get('/kontor/udpegninger/:id/svar', requires('nominations.write'), (req: NominationRequest, res) =>
    showAnswer(req, res),
  )
  router.post(
    '/kontor/udpegninger/:id/svar',
    requires('nominations.write'),
    chosenId('body_id'),
    body('who')
      .isString()
      .withMessage('invalid.choose')
      .bail()
      .matches(/^(known|new|[1-9]\d{0,8})$/)
      .withMessage('invalid.choose'),
    optionalId('person_id'),
    optionalText('name', LONGEST.name),
    optionalText('phone'),
    optionalEmail('email'),
    ticked('publish_name'),
    ticked('another'),
    text('given_by', LONGEST.name),
    date('answered_on'),
    async (req: NominationRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<TypedAnswer, unknown>(req, res, {
        act: ({ body_id, given_by, answered_on, ...form }) =>
          recordAnswer(req.db, byOf(req), id, { body_id, given_by, answered_on, nominee: nomineeFrom(form) }),
        again: (shown) => showAnswer(req, res, shown),
        done: () => paths.nomination(id),
        notice: 'nominations.answer_saved',
      })
    },
  )
}

function nomineeFrom(form: Omit<TypedAnswer, 'body_id' | 'given_by' | 'answered_on'>): Nominee {
  if (form.who === 'known') return { known: form.person_id }
  if (form.who !== 'new') return { known: Number(form.who) }
  const { name, phone, email, publish_name: publishName, another } = form
  return { name, phone, email, publishName, another }
}
