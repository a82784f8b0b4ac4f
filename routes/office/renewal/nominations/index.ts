import express, { type Request, type Response, type Router } from 'express'
import { appoint, type AppointmentForm } from '../../../../models/renewal/nominations/appointments.ts'
import { askForNomination, type AskForm } from '../../../../models/renewal/nominations/asking.ts'
import { closeNomination } from '../../../../models/renewal/nominations/closing.ts'
import { requires } from '../../../web/access.ts'
import {
  choice,
  chosenId,
  chosenIds,
  date,
  LONGEST,
  optionalId,
  optionalText,
  text,
  ticked,
} from '../../../web/fields.ts'
import { byOf, submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { show } from '../../../web/views.ts'
import { answerRoutes } from './answer_routes.ts'
import { letterRoutes } from '../letters.ts'
import { nominationsPage } from './list_page.ts'
import { replyRoutes } from './reply_routes.ts'
import { showAppointment, showAsk, showClosing, showNomination } from './showing.ts'

type NominationRequest = Request<{ id: string }>

/** Nominations and appointments: the seats that organisations fill. */
export function nominationRoutes(): Router {
  const router = express.Router()
  router.get(paths.nominations, requires('nominations.read'), async (req: Request, res: Response) => {
    const page = await nominationsPage(req)
    show(req, res, 'office/renewal/nominations/list', {
      title: req.t('nominations.heading'),
      layout: 'office',
      page,
    })
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
  replyRoutes(router)
  letterRoutes(router)
  appointmentRoutes(router)
  closingRoutes(router)
  return router
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
    ticked('consent'),
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
