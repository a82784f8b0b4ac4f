import express, { type Request, type Response, type Router } from 'express'
import { body } from 'express-validator'
import type { IsoDate } from '../../../models/dates.ts'
import { recordAnswer, type Nominee } from '../../../models/nominations/answers.ts'
import { appoint, type AppointmentForm } from '../../../models/nominations/appointments.ts'
import { askForNomination, type AskForm } from '../../../models/nominations/asking.ts'
import { closeNomination } from '../../../models/nominations/closing.ts'
import { requires } from '../../access.ts'
import {
  choice,
  chosenId,
  chosenIds,
  date,
  LONGEST,
  optionalEmail,
  optionalId,
  optionalText,
  text,
  ticked,
} from '../../fields.ts'
import { byOf, submit } from '../../forms.ts'
import { idFrom } from '../../ids.ts'
import { paths } from '../../paths.ts'
import { show } from '../../views.ts'
import { nominationsPage } from './list_page.ts'
import { showAnswer, showAppointment, showAsk, showClosing, showNomination } from './showing.ts'

type NominationRequest = Request<{ id: string }>

/** Nominations and appointments: the seats that organisations fill. */
export function nominationRoutes(): Router {
  const router = express.Router()
  router.get(paths.nominations, requires('nominations.read'), async (req: Request, res: Response) => {
    const page = await nominationsPage(req)
    show(req, res, 'office/nominations/list', { title: req.t('nominations.heading'), layout: 'office', page })
  })
  router.get(paths.newNomination, requires('nominations.write'), (req: Request, res: Response) =>
    showAsk(req, res, req.query.plads),
  )
  router.post(
    paths.newNomination,
    requires('nominations.write'),
    text('seat'),
    chosenId('term_id'),
    optionalId('body_id'),
    chosenIds('successors'),
    optionalText('successor_reason', LONGEST.text),
    date('asked_on'),
    date('answer_by'),
    async (req: Request, res: Response) => {
      await submit<AskForm, { id: number }>(req, res, {
        act: (form) => askForNomination(req.db, byOf(req), form),
        again: (shown) => showAsk(req, res, req.typed.seat, shown),
        done: ({ id }) => paths.nomination(id),
        notice: 'nominations.asked',
      })
    },
  )
  router.get('/kontor/udpegninger/:id', requires('nominations.read'), (req: NominationRequest, res) =>
    showNomination(req, res),
  )
  answerRoutes(router)
  appointmentRoutes(router)
  closingRoutes(router)
  return router
}

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

function answerRoutes(router: Router): void {
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

function appointmentRoutes(router: Router): void {
  router.get(
    '/kontor/udpegninger/:id/udpegning',
    requires('nominations.write'),
    (req: NominationRequest, res) => showAppointment(req, res),
  )
  router.post(
    '/kontor/udpegninger/:id/udpegning',
    requires('nominations.write'),
    optionalId('person_id'),
    optionalText('appointing_body'),
    date('decided_on'),
    optionalText('case_number'),
    choice('eligible_as', ['resident', 'active']),
    optionalText('note', LONGEST.text),
    async (req: NominationRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<AppointmentForm, unknown>(req, res, {
        act: (form) => appoint(req.db, byOf(req), id, form),
        again: (shown) => showAppointment(req, res, shown),
        done: () => paths.nomination(id),
        notice: 'nominations.appointment_saved',
      })
    },
  )
}

function closingRoutes(router: Router): void {
  router.get(
    '/kontor/udpegninger/:id/lukning',
    requires('nominations.write'),
    (req: NominationRequest, res) => showClosing(req, res),
  )
  router.post(
    '/kontor/udpegninger/:id/lukning',
    requires('nominations.write'),
    text('reason', LONGEST.text),
    async (req: NominationRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<{ reason: string }, unknown>(req, res, {
        act: (form) => closeNomination(req.db, byOf(req), id, form),
        again: (shown) => showClosing(req, res, shown),
        done: () => paths.nomination(id),
        notice: 'nominations.closing_saved',
      })
    },
  )
}
