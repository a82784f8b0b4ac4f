import express, { type Request, type Response, type Router } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { startMembership, type MembershipForm } from '../../../../models/council/memberships.ts'
import { requires } from '../../../web/access.ts'
import { askedDay } from '../../../web/asked_day.ts'
import { chosenId, date, dateQuery, optionalDate, wholeNumber } from '../../../web/fields.ts'
import { byOf, submit, type Again } from '../../../web/forms.ts'
import { paths } from '../../../../views/paths.ts'
import { show } from '../../../web/views.ts'
import { membershipPage } from './membership_page.ts'
import { seatPage } from './seat_pages.ts'

type SeatRequest = Request<{ slug: string }>

/** A seat's story, and placing a person on it by hand. */
export function seatRoutes(): Router {
  const router = express.Router()
  router.get('/kontor/pladser/:slug', requires('register.read'), dateQuery, (req: SeatRequest, res) => {
    const { day, refused } = askedDay(req)
    return showSeat(req, res, req.params.slug, refused, day)
  })
  router.get('/kontor/pladser/:slug/medlemskab', requires('register.write'), (req: SeatRequest, res) =>
    showMembershipForm(req, res),
  )
  router.post(
    '/kontor/pladser/:slug/medlemskab',
    requires('register.write'),
    chosenId('person_id'),
    date('starts_on'),
    optionalDate('due_on'),
    wholeNumber('seen'),
    async (req: SeatRequest, res: Response) => {
      const { slug } = req.params
      await submit<MembershipForm, unknown>(req, res, {
        act: (form) =>
          startMembership(req.db, byOf(req), slug, { ...form, due_on: form.due_on || undefined }),
        again: (shown) => showMembershipForm(req, res, shown),
        done: () => paths.seat(slug),
        notice: 'register.membership.started',
      })
    },
  )
  return router
}

/** The seat as it stands, or stood on a day; also where an act came too late, with what stood in the way. */
export async function showSeat(
  req: Request,
  res: Response,
  slug: string,
  shown: Partial<Again> = {},
  day?: IsoDate,
): Promise<void> {
  const page = await seatPage(req, slug, day)
  show(req, res, 'office/council/seats/seat', { title: page.label, layout: 'office', page, ...shown })
}

async function showMembershipForm(
  req: SeatRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const page = await membershipPage(req, req.params.slug)
  const title = req.t('register.membership.heading', { seat: page.label })
  show(req, res, 'office/council/seats/membership_form', { title, layout: 'office', page, ...shown })
}
