import express, { type Request, type Response, type Router } from 'express'
import { NotFound } from '../../../../models/core/index.ts'
import { getSeat, rosterOn } from '../../../../models/council/index.ts'
import * as renewal from '../../../../models/renewal/index.ts'
import * as renewalPages from '../../../../views/office/renewal/index.ts'
import * as web from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { letterRoutes } from '../letters.ts'
import { answerRoutes, nominationId, type NominationRequest, showNomination, whileOpen } from './answers.ts'

const askForm = fields.form(
  fields.text('seat'),
  fields.chosenId('term_id'),
  fields.optionalId('body_id'),
  fields.chosenIds('successors', 'body'),
  fields.optionalText('successor_reason', fields.LONGEST.text),
  fields.date('asked_on', 'past'),
  fields.date('answer_by', 'coming'),
)

const appointmentForm = fields.form(
  fields.optionalId('person_id'),
  fields.optionalText('appointing_body'),
  fields.date('decided_on'),
  fields.optionalText('case_number'),
  fields.choice('eligible_as', ['resident', 'active']),
  fields.optionalText('note', fields.LONGEST.text),
  fields.ticked('consent'),
)

const closingForm = fields.form(fields.text('reason', fields.LONGEST.text))

export function nominationRoutes(): Router {
  const router = express.Router()
  router.get(web.paths.nominations, web.requires('nominations.read'), showList)
  askingRoutes(router)
  router.get('/kontor/udpegninger/:id', web.requires('nominations.read'), web.shows(showNomination))
  answerRoutes(router)
  letterRoutes(router)
  appointmentRoutes(router)
  closingRoutes(router)
  return router
}

function askingRoutes(router: Router): void {
  router.get(web.paths.newNomination, web.requires('nominations.write'), (req, res) =>
    showAsk(req, res, req.query.plads),
  )
  router.post(
    web.paths.newNomination,
    web.requires('nominations.write'),
    web.submits(askForm, {
      act: (req: Request, asked) => renewal.askForNomination(req.db, web.byOf(req), asked),
      again: (req, res, shown) => showAsk(req, res, req.typed.seat, shown),
      done: (_req, { id }) => web.paths.nomination(id),
      notice: 'nominations.asked',
    }),
  )
}

function appointmentRoutes(router: Router): void {
  const path = '/kontor/udpegninger/:id/udpegning'
  router.get(path, web.requires('nominations.write'), web.shows(showAppointment))
  router.post(
    path,
    web.requires('nominations.write'),
    web.submits(appointmentForm, {
      act: (req, appointment) => renewal.appoint(req.db, web.byOf(req), nominationId(req), appointment),
      again: showAppointment,
      done: (req) => web.paths.nomination(nominationId(req)),
      notice: 'nominations.appointment_saved',
    }),
  )
}

function closingRoutes(router: Router): void {
  const path = '/kontor/udpegninger/:id/lukning'
  router.get(path, web.requires('nominations.write'), web.shows(showClosing))
  router.post(
    path,
    web.requires('nominations.write'),
    web.submits(closingForm, {
      act: (req, closing) => renewal.closeNomination(req.db, web.byOf(req), nominationId(req), closing),
      again: showClosing,
      done: (req) => web.paths.nomination(nominationId(req)),
      notice: 'nominations.closing_saved',
    }),
  )
}

async function showList(req: Request, res: Response): Promise<void> {
  const reader = web.readerOf(req)
  const toFill = await renewal.listSeatsToFill(req.db, reader.today)
  const page = renewalPages.nominationListPage(
    reader,
    await renewal.listOpenNominations(req.db),
    await renewal.listEndedNominations(req.db),
    toFill,
  )
  web.show(req, res, 'office/renewal/nominations/list', { title: req.t('nominations.heading'), page })
}

async function showAsk(req: Request, res: Response, slug: unknown, again: web.Shown = {}): Promise<void> {
  const reader = web.readerOf(req)
  const title = req.t('nominations.ask_heading')
  if (slug === undefined) {
    const page = renewalPages.choosePage(reader, await rosterOn(req.db, reader.today))
    web.show(req, res, 'office/renewal/nominations/choose', { title, page, ...again })
    return
  }
  if (typeof slug !== 'string') throw new NotFound('seat')
  const seat = await getSeat(req.db, slug)
  const terms = await renewal.listTermsOfSeat(req.db, seat, reader.today)
  const free = renewalPages.freeTerms(terms)
  const wanted = req.typed.term_id ?? req.query.periode
  const chosen = free.find(({ term }) => String(term.id) === wanted) ?? free[0]
  const about = chosen ?? terms[0]
  if (!about) throw new Error('there is no term that is not over')
  const askedOn = web.dayFrom(req, req.typed.asked_on, 'past')
  const askable = await renewal.listAskable(req.db, seat, about.term, askedOn ?? reader.today)
  const own = (await renewal.listRenewals(req.db)).find(({ term }) => term.id === about.term.id)
  const page = renewalPages.askPage(reader, seat, terms, chosen, askable, own?.days.answers)
  web.show(req, res, 'office/renewal/nominations/ask', { title, page, ...again })
}

async function showAppointment(req: NominationRequest, res: Response, again?: web.Again): Promise<void> {
  const showForm: Parameters<typeof whileOpen>[3] = async (nomination) => {
    const { seat, term } = nomination
    const free = await renewal.freeFrom(req.db, seat, term, term.starts_on)
    const page = renewalPages.appointPage(web.readerOf(req), nomination, free)
    const title = req.t('nominations.appoint_heading')
    web.show(req, res, 'office/renewal/nominations/appoint', { title, page, ...again })
  }
  await whileOpen(req, res, again, showForm, renewalPages.canBeAppointed)
}

async function showClosing(req: NominationRequest, res: Response, again?: web.Again): Promise<void> {
  await whileOpen(req, res, again, (nomination) => {
    const page = renewalPages.closePage(nomination)
    const title = req.t('nominations.close_heading')
    web.show(req, res, 'office/renewal/nominations/close', { title, page, ...again })
  })
}
