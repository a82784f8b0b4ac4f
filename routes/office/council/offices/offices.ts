import express, { type Request, type Response, type Router } from 'express'
import {
  electOfficer,
  leaveOffice,
  type OfficeForm,
  type OfficeLeavingForm,
} from '../../../../models/council/offices/offices.ts'
import { placeChairItem } from '../../../../models/meetings/vacant_chair.ts'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { requires } from '../../../web/access.ts'
import { askedDay } from '../../../web/asked_day.ts'
import { choice, chosenId, date, dateQuery, LONGEST, optionalText, text } from '../../../web/fields.ts'
import { byOf, submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { show } from '../../../web/views.ts'
import { OFFICES, officeFormPage, officeLeavingPage, officesPage } from './office_pages.ts'

type OfficeRequest = Request<{ id: string }>

/** The offices: who holds them and held them, electing somebody, and leaving one early. */
export function officeRoutes(): Router {
  const router = express.Router()
  router.get(paths.offices, requires('register.read'), dateQuery, (req: Request, res: Response) => {
    const { day, refused } = askedDay(req)
    return showOffices(req, res, refused, day)
  })
  router.get(paths.newOffice, requires('offices.write'), (req: Request, res: Response) =>
    showOfficeForm(req, res),
  )
  router.post(
    paths.newOffice,
    requires('offices.write'),
    choice('office', OFFICES),
    chosenId('membership_id'),
    date('decided_on'),
    date('starts_on'),
    text('decided_by'),
    async (req: Request, res: Response) => {
      await submit<OfficeForm, unknown>(req, res, {
        act: (form) => electOfficer(req.db, byOf(req), form),
        again: (shown) => showOfficeForm(req, res, shown),
        done: () => paths.offices,
        notice: 'register.offices.taken',
      })
    },
  )
  router.post(
    '/kontor/hverv/:id/punkt',
    requires('offices.write'),
    chosenId('meeting_id'),
    async (req: OfficeRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<{ meeting_id: number }, unknown>(req, res, {
        act: ({ meeting_id }) => placeChairItem(req.db, byOf(req), id, meeting_id),
        again: (shown) => showOffices(req, res, shown),
        done: () => paths.offices,
        notice: 'vacancy.chair.saved',
      })
    },
  )
  officeLeavingRoutes(router)
  return router
}

function officeLeavingRoutes(router: Router): void {
  router.get('/kontor/hverv/:id/afslutning', requires('offices.write'), (req: OfficeRequest, res) =>
    showOfficeLeaving(req, res),
  )
  router.post(
    '/kontor/hverv/:id/afslutning',
    requires('offices.write'),
    date('ends_on'),
    date('seen'),
    optionalText('note', LONGEST.text),
    async (req: OfficeRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<OfficeLeavingForm & { seen: IsoDate }, unknown>(req, res, {
        act: (form) => leaveOffice(req.db, byOf(req), id, form),
        again: (shown) =>
          shown.status === 409 ? showOffices(req, res, shown) : showOfficeLeaving(req, res, shown),
        done: () => paths.offices,
        notice: 'register.offices.left',
      })
    },
  )
}

/** The offices as they stand, or stood on a day; also where an act came too late, with what stood in the way. */
export async function showOffices(
  req: Request,
  res: Response,
  shown: Partial<Again> = {},
  day?: IsoDate,
): Promise<void> {
  const title = req.t('register.offices.title')
  show(req, res, 'office/council/offices/offices', {
    title,
    layout: 'office',
    page: await officesPage(req, day),
    ...shown,
  })
}

async function showOfficeForm(req: Request, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const title = req.t('register.offices.new_heading')
  const page = await officeFormPage(req)
  show(req, res, 'office/council/offices/office_form', { title, layout: 'office', page, ...shown })
}

async function showOfficeLeaving(
  req: OfficeRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const page = await officeLeavingPage(req, idFrom(req.params.id))
  const title = req.t('register.offices.leave_heading', { name: page.name })
  show(req, res, 'office/council/offices/office_leaving', { title, layout: 'office', page, ...shown })
}
