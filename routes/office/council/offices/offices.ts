import express, { type Request, type Response, type Router } from 'express'
import { body } from 'express-validator'
import { Conflict, type IsoDate } from '../../../../models/core/index.ts'
import * as council from '../../../../models/council/index.ts'
import { findVacantChair, placeChairItem } from '../../../../models/meetings/index.ts'
import { listOffices, type OfficeKey, statutesOn } from '../../../../models/statutes/index.ts'
import * as councilPages from '../../../../views/office/council/index.ts'
import * as web from '../../../web/index.ts'
import { chosenId, date, dateQuery, field, form, LONGEST, optionalText, text } from '../../../web/fields.ts'

type OfficeRequest = Request<{ id: string }>
const holdingId = web.idIn('officeholding')

/** Whether the statutes have the office is for the act to say. */
const chosenOffice = field<{ office: OfficeKey }>(
  body('office').isString().bail().withMessage('invalid.choose').notEmpty().withMessage('invalid.choose'),
)

const officeForm = form(
  chosenOffice,
  chosenId('membership_id'),
  date('decided_on', 'past'),
  date('starts_on'),
  text('decided_by'),
)

const itemForm = form(chosenId('meeting_id'))

const leavingForm = form(date('ends_on'), date('seen'), optionalText('note', LONGEST.text))

const voidForm = form(text('note', LONGEST.text))

export function officeRoutes(): Router {
  const router = express.Router()
  router.get(web.paths.offices, web.requires('register.read'), dateQuery, (req: Request, res: Response) => {
    const { day, refused } = web.askedDay(req)
    return showOffices(req, res, refused, day)
  })
  router.get(web.paths.newOffice, web.requires('offices.write'), web.shows(showOfficeForm))
  router.post(
    web.paths.newOffice,
    web.requires('offices.write'),
    web.submits(officeForm, {
      act: (req, typed) => council.electOfficer(req.db, web.byOf(req), typed),
      again: showOfficeForm,
      done: () => web.paths.offices,
      notice: 'register.offices.taken',
    }),
  )
  router.post(
    '/kontor/hverv/:id/punkt',
    web.requires('offices.write'),
    web.submits(itemForm, {
      act: (req: OfficeRequest, { meeting_id }) =>
        placeChairItem(req.db, web.byOf(req), holdingId(req), meeting_id),
      again: showOffices,
      done: () => web.paths.offices,
      notice: 'vacancy.chair.saved',
    }),
  )
  officeLeavingRoutes(router)
  officeVoidRoutes(router)
  return router
}

function officeLeavingRoutes(router: Router): void {
  router.get('/kontor/hverv/:id/afslutning', web.requires('offices.write'), web.shows(showOfficeLeaving))
  router.post(
    '/kontor/hverv/:id/afslutning',
    web.requires('offices.write'),
    web.submits(leavingForm, {
      act: (req: OfficeRequest, typed) => council.leaveOffice(req.db, web.byOf(req), holdingId(req), typed),
      again: (req, res, shown) =>
        shown.status === 409 ? showOffices(req, res, shown) : showOfficeLeaving(req, res, shown),
      done: () => web.paths.offices,
      notice: 'register.offices.left',
    }),
  )
}

function officeVoidRoutes(router: Router): void {
  router.get('/kontor/hverv/:id/fejl', web.requires('offices.write'), web.shows(showOfficeVoid))
  router.post(
    '/kontor/hverv/:id/fejl',
    web.requires('offices.write'),
    web.submits(voidForm, {
      act: (req, { note }) => council.voidOffice(req.db, web.byOf(req), holdingId(req), note),
      again: showOfficeVoid,
      done: () => web.paths.offices,
      notice: 'register.void.done_office',
    }),
  )
}

/** The page is also shown when an act came too late, with what stood in the way. */
export async function showOffices(
  req: Request,
  res: Response,
  shown: web.Shown = {},
  asked?: IsoDate,
): Promise<void> {
  const day = asked ?? req.clock.today()
  const page = councilPages.officesPage(web.readerOf(req), asked, {
    statutes: (await statutesOn(req.db, day)).statutes,
    officers: await council.listOfficersOn(req.db, day),
    history: await council.listOfficeholdings(req.db),
    known: await listOffices(req.db),
    vacant: await findVacantChair(req.db, req.clock.today()),
  })
  web.show(req, res, 'office/council/offices/offices', { title: page.heading, page, ...shown })
}

async function showOfficeForm(req: Request, res: Response, shown: web.Shown = {}): Promise<void> {
  const today = req.clock.today()
  const page = councilPages.officeFormPage(web.readerOf(req), req.house.council.name, {
    statutes: (await statutesOn(req.db, today)).statutes,
    officers: await council.listOfficersOn(req.db, today),
    members: await council.listMembersFrom(req.db, today),
  })
  const title = req.t('register.offices.new_heading')
  web.show(req, res, 'office/council/offices/office_form', { title, page, ...shown })
}

async function showOfficeLeaving(req: OfficeRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const held = await council.getOfficeholding(req.db, holdingId(req))
  const page = councilPages.officeLeavingPage(web.readerOf(req), await listOffices(req.db), held)
  const title = req.t('register.offices.leave_heading', { name: page.name })
  web.show(req, res, 'office/council/offices/office_leaving', { title, page, ...shown })
}

async function showOfficeVoid(req: OfficeRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const held = await council.getOfficeholding(req.db, holdingId(req))
  if (held.voided_on !== null) {
    await showOffices(req, res, { status: 409, errors: [web.explain(req, new Conflict('office_voided'))] })
    return
  }
  const page = councilPages.officeVoidPage(web.readerOf(req), await listOffices(req.db), held)
  const title = req.t('register.void.heading', { name: page.name })
  web.show(req, res, 'office/council/offices/office_void', { title, page, ...shown })
}
