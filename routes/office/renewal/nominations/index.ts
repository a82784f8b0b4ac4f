import express, { type Request, type Response, type Router } from 'express'
import { parseDate } from '../../../../models/core/dates.ts'
import { NotFound } from '../../../../models/core/errors.ts'
import { rosterOn } from '../../../../models/council/roster.ts'
import { getSeat } from '../../../../models/council/seats.ts'
import { appoint } from '../../../../models/renewal/nominations/appointments.ts'
import { listAskable } from '../../../../models/renewal/nominations/askable.ts'
import { askForNomination } from '../../../../models/renewal/nominations/asking.ts'
import { closeNomination } from '../../../../models/renewal/nominations/closing.ts'
import {
  listEndedNominations,
  listOpenNominations,
} from '../../../../models/renewal/nominations/nominations.ts'
import { freeFrom, listTermsOfSeat } from '../../../../models/renewal/nominations/seat_in_term.ts'
import { listSeatsToFill } from '../../../../models/renewal/nominations/seats_to_fill.ts'
import { appointPage, canBeAppointed } from '../../../../views/office/renewal/nominations/appoint.page.ts'
import { askPage, freeTerms } from '../../../../views/office/renewal/nominations/ask.page.ts'
import { choosePage } from '../../../../views/office/renewal/nominations/choose.page.ts'
import { closePage } from '../../../../views/office/renewal/nominations/close.page.ts'
import { listPage } from '../../../../views/office/renewal/nominations/list.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import {
  choice,
  chosenId,
  chosenIds,
  date,
  form,
  LONGEST,
  optionalId,
  optionalText,
  text,
  ticked,
} from '../../../web/fields.ts'
import { byOf, submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { show } from '../../../web/views.ts'
import { letterRoutes } from '../letters.ts'
import { answerRoutes } from './answers.ts'
import { showNomination, whileOpen, type NominationRequest } from './showing.ts'

const askForm = form(
  text('seat'),
  chosenId('term_id'),
  optionalId('body_id'),
  chosenIds('successors'),
  optionalText('successor_reason', LONGEST.text),
  date('asked_on'),
  date('answer_by'),
)

const appointmentForm = form(
  optionalId('person_id'),
  optionalText('appointing_body'),
  date('decided_on'),
  optionalText('case_number'),
  choice('eligible_as', ['resident', 'active']),
  optionalText('note', LONGEST.text),
  ticked('consent'),
)

const closingForm = form(text('reason', LONGEST.text))

export function nominationRoutes(): Router {
  const router = express.Router()
  router.get(paths.nominations, requires('nominations.read'), showList)
  askingRoutes(router)
  router.get('/kontor/udpegninger/:id', requires('nominations.read'), (req: NominationRequest, res) =>
    showNomination(req, res),
  )
  answerRoutes(router)
  letterRoutes(router)
  appointmentRoutes(router)
  closingRoutes(router)
  return router
}

function askingRoutes(router: Router): void {
  router.get(paths.newNomination, requires('nominations.write'), (req, res) =>
    showAsk(req, res, req.query.plads),
  )
  router.post(
    paths.newNomination,
    requires('nominations.write'),
    askForm,
    async (req: Request, res: Response) => {
      await submit(req, res, askForm, {
        act: (asked) => askForNomination(req.db, byOf(req), asked),
        again: (shown) => showAsk(req, res, req.typed.seat, shown),
        done: ({ id }) => paths.nomination(id),
        notice: 'nominations.asked',
      })
    },
  )
}

function appointmentRoutes(router: Router): void {
  const path = '/kontor/udpegninger/:id/udpegning'
  router.get(path, requires('nominations.write'), (req: NominationRequest, res) => showAppointment(req, res))
  router.post(
    path,
    requires('nominations.write'),
    appointmentForm,
    async (req: NominationRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, appointmentForm, {
        act: (appointment) => appoint(req.db, byOf(req), id, appointment),
        again: (shown) => showAppointment(req, res, shown),
        done: () => paths.nomination(id),
        notice: 'nominations.appointment_saved',
      })
    },
  )
}

function closingRoutes(router: Router): void {
  const path = '/kontor/udpegninger/:id/lukning'
  router.get(path, requires('nominations.write'), (req: NominationRequest, res) => showClosing(req, res))
  router.post(
    path,
    requires('nominations.write'),
    closingForm,
    async (req: NominationRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, closingForm, {
        act: (closing) => closeNomination(req.db, byOf(req), id, closing),
        again: (shown) => showClosing(req, res, shown),
        done: () => paths.nomination(id),
        notice: 'nominations.closing_saved',
      })
    },
  )
}

async function showList(req: Request, res: Response): Promise<void> {
  const reader = readerOf(req)
  const toFill = await listSeatsToFill(req.db, reader.today)
  const page = listPage(reader, await listOpenNominations(req.db), await listEndedNominations(req.db), toFill)
  const title = req.t('nominations.heading')
  show(req, res, 'office/renewal/nominations/list', { title, layout: 'office', page })
}

async function showAsk(
  req: Request,
  res: Response,
  slug: unknown,
  again: Partial<Again> = {},
): Promise<void> {
  const reader = readerOf(req)
  const title = req.t('nominations.ask_heading')
  if (slug === undefined) {
    const page = choosePage(reader, await rosterOn(req.db, reader.today))
    show(req, res, 'office/renewal/nominations/choose', { title, layout: 'office', page, ...again })
    return
  }
  if (typeof slug !== 'string') throw new NotFound('seat')
  const seat = await getSeat(req.db, slug)
  const terms = await listTermsOfSeat(req.db, seat, reader.today)
  const free = freeTerms(terms)
  const wanted = req.typed.term_id ?? req.query.periode
  const chosen = free.find(({ term }) => String(term.id) === wanted) ?? free[0]
  const about = chosen ?? terms[0]
  if (!about) throw new Error('there is no term that is not over')
  const { asked_on } = req.typed
  const askedOn = typeof asked_on === 'string' ? parseDate(asked_on) : undefined
  const askable = await listAskable(req.db, seat, about.term, askedOn ?? reader.today)
  const page = askPage(reader, seat, terms, chosen, askable)
  show(req, res, 'office/renewal/nominations/ask', { title, layout: 'office', page, ...again })
}

async function showAppointment(req: NominationRequest, res: Response, again?: Again): Promise<void> {
  const showForm: Parameters<typeof whileOpen>[3] = async (nomination) => {
    const { seat, term } = nomination
    const free = await freeFrom(req.db, seat, term, term.starts_on)
    const page = appointPage(readerOf(req), nomination, free)
    const title = req.t('nominations.appoint_heading')
    show(req, res, 'office/renewal/nominations/appoint', { title, layout: 'office', page, ...again })
  }
  await whileOpen(req, res, again, showForm, canBeAppointed)
}

async function showClosing(req: NominationRequest, res: Response, again?: Again): Promise<void> {
  await whileOpen(req, res, again, (nomination) => {
    const page = closePage(nomination)
    const title = req.t('nominations.close_heading')
    show(req, res, 'office/renewal/nominations/close', { title, layout: 'office', page, ...again })
  })
}
