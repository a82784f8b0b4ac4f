import express, { type Request, type Response, type Router } from 'express'
import { body } from 'express-validator'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { Conflict } from '../../../../models/core/errors.ts'
import { listMembersFrom } from '../../../../models/council/memberships.ts'
import {
  electOfficer,
  getOfficeholding,
  leaveOffice,
  listOfficeholdings,
  listOfficersOn,
  voidOffice,
} from '../../../../models/council/offices/offices.ts'
import { findVacantChair, placeChairItem } from '../../../../models/meetings/vacant_chair.ts'
import type { OfficeKey } from '../../../../models/statutes/offices.ts'
import { listOffices, statutesOn } from '../../../../models/statutes/versions.ts'
import { officeFormPage } from '../../../../views/office/council/offices/office_form.page.ts'
import { officeLeavingPage } from '../../../../views/office/council/offices/office_leaving.page.ts'
import { officeVoidPage } from '../../../../views/office/council/offices/office_void.page.ts'
import { officesPage } from '../../../../views/office/council/offices/offices.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import { askedDay } from '../../../web/asked_day.ts'
import { chosenId, date, dateQuery, field, form, LONGEST, optionalText, text } from '../../../web/fields.ts'
import { byOf, explain, submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { show } from '../../../web/views.ts'

type OfficeRequest = Request<{ id: string }>

/** Whether the statutes have the office is for the act to say. */
const chosenOffice = field<{ office: OfficeKey }>(
  body('office').isString().bail().withMessage('invalid.choose').notEmpty().withMessage('invalid.choose'),
)

const officeForm = form(
  chosenOffice,
  chosenId('membership_id'),
  date('decided_on'),
  date('starts_on'),
  text('decided_by'),
)

const itemForm = form(chosenId('meeting_id'))

const leavingForm = form(date('ends_on'), date('seen'), optionalText('note', LONGEST.text))

const voidForm = form(text('note', LONGEST.text))

export function officeRoutes(): Router {
  const router = express.Router()
  router.get(paths.offices, requires('register.read'), dateQuery, (req: Request, res: Response) => {
    const { day, refused } = askedDay(req)
    return showOffices(req, res, refused, day)
  })
  router.get(paths.newOffice, requires('offices.write'), (req: Request, res: Response) =>
    showOfficeForm(req, res),
  )
  router.post(paths.newOffice, requires('offices.write'), officeForm, async (req: Request, res: Response) => {
    await submit(req, res, officeForm, {
      act: (typed) => electOfficer(req.db, byOf(req), typed),
      again: (shown) => showOfficeForm(req, res, shown),
      done: () => paths.offices,
      notice: 'register.offices.taken',
    })
  })
  router.post(
    '/kontor/hverv/:id/punkt',
    requires('offices.write'),
    itemForm,
    async (req: OfficeRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, itemForm, {
        act: ({ meeting_id }) => placeChairItem(req.db, byOf(req), id, meeting_id),
        again: (shown) => showOffices(req, res, shown),
        done: () => paths.offices,
        notice: 'vacancy.chair.saved',
      })
    },
  )
  officeLeavingRoutes(router)
  officeVoidRoutes(router)
  return router
}

function officeLeavingRoutes(router: Router): void {
  router.get('/kontor/hverv/:id/afslutning', requires('offices.write'), (req: OfficeRequest, res) =>
    showOfficeLeaving(req, res),
  )
  router.post(
    '/kontor/hverv/:id/afslutning',
    requires('offices.write'),
    leavingForm,
    async (req: OfficeRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, leavingForm, {
        act: (typed) => leaveOffice(req.db, byOf(req), id, typed),
        again: (shown) =>
          shown.status === 409 ? showOffices(req, res, shown) : showOfficeLeaving(req, res, shown),
        done: () => paths.offices,
        notice: 'register.offices.left',
      })
    },
  )
}

function officeVoidRoutes(router: Router): void {
  router.get('/kontor/hverv/:id/fejl', requires('offices.write'), (req: OfficeRequest, res) =>
    showOfficeVoid(req, res),
  )
  router.post(
    '/kontor/hverv/:id/fejl',
    requires('offices.write'),
    voidForm,
    async (req: OfficeRequest, res: Response) => {
      await submit(req, res, voidForm, {
        act: ({ note }) => voidOffice(req.db, byOf(req), idFrom(req.params.id), note),
        again: (shown) => showOfficeVoid(req, res, shown),
        done: () => paths.offices,
        notice: 'register.void.done_office',
      })
    },
  )
}

/** The page is also shown when an act came too late, with what stood in the way. */
export async function showOffices(
  req: Request,
  res: Response,
  shown: Partial<Again> = {},
  asked?: IsoDate,
): Promise<void> {
  const day = asked ?? req.clock.today()
  const page = officesPage(readerOf(req), asked, {
    statutes: (await statutesOn(req.db, day)).statutes,
    officers: await listOfficersOn(req.db, day),
    history: await listOfficeholdings(req.db),
    known: await listOffices(req.db),
    vacant: await findVacantChair(req.db, req.clock.today()),
  })
  show(req, res, 'office/council/offices/offices', { title: page.heading, layout: 'office', page, ...shown })
}

async function showOfficeForm(req: Request, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const today = req.clock.today()
  const page = officeFormPage(readerOf(req), req.house.council.name, {
    statutes: (await statutesOn(req.db, today)).statutes,
    officers: await listOfficersOn(req.db, today),
    members: await listMembersFrom(req.db, today),
  })
  const title = req.t('register.offices.new_heading')
  show(req, res, 'office/council/offices/office_form', { title, layout: 'office', page, ...shown })
}

async function showOfficeLeaving(
  req: OfficeRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const held = await getOfficeholding(req.db, idFrom(req.params.id))
  const page = officeLeavingPage(readerOf(req), await listOffices(req.db), held)
  const title = req.t('register.offices.leave_heading', { name: page.name })
  show(req, res, 'office/council/offices/office_leaving', { title, layout: 'office', page, ...shown })
}

async function showOfficeVoid(req: OfficeRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const held = await getOfficeholding(req.db, idFrom(req.params.id))
  if (held.voided_on !== null) {
    await showOffices(req, res, { status: 409, errors: [explain(req, new Conflict('office_voided'))] })
    return
  }
  const page = officeVoidPage(readerOf(req), await listOffices(req.db), held)
  const title = req.t('register.void.heading', { name: page.name })
  show(req, res, 'office/council/offices/office_void', { title, layout: 'office', page, ...shown })
}
