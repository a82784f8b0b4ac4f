import express, { type Request, type Response, type Router } from 'express'
import { appointFormally, type FormalAppointmentForm } from '../../../../models/council/formal/appointing.ts'
import { getFormalAppointment } from '../../../../models/council/formal/formal_appointments.ts'
import { getMembership } from '../../../../models/council/memberships.ts'
import { requires } from '../../../web/access.ts'
import { date, optionalText } from '../../../web/fields.ts'
import { byOf, submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { show } from '../../../web/views.ts'
import { showSeat } from './seats.ts'
import { assumedTitles } from '../../../../views/partials/council/seat_words.ts'

type MembershipRequest = Request<{ id: string }>

/** The appointment of somebody who was elected, where the statutes let a body appoint everybody. */
export function formalRoutes(): Router {
  const router = express.Router()
  router.get(
    '/kontor/medlemskaber/:id/bekraeftelse',
    requires('register.write'),
    (req: MembershipRequest, res: Response) => showFormal(req, res),
  )
  router.post(
    '/kontor/medlemskaber/:id/bekraeftelse',
    requires('register.write'),
    optionalText('appointing_body'),
    date('decided_on'),
    optionalText('case_number'),
    async (req: MembershipRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<FormalAppointmentForm, { seat: string }>(req, res, {
        act: (form) => appointFormally(req.db, byOf(req), id, form),
        again: (shown) => showFormalAgain(req, res, shown),
        done: ({ seat }) => paths.seat(seat),
        notice: 'formal.saved',
      })
    },
  )
  return router
}

/** What cannot be as it was written is mended in the form; where somebody else was first, the seat shows how it stands. */
async function showFormalAgain(req: MembershipRequest, res: Response, shown: Again): Promise<void> {
  if (shown.status !== 409) return showFormal(req, res, shown)
  const { seat } = await getMembership(req.db, idFrom(req.params.id))
  await showSeat(req, res, seat.slug, shown)
}

async function showFormal(req: MembershipRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const id = idFrom(req.params.id)
  const { member, formal } = await getFormalAppointment(req.db, id)
  if (formal.made) {
    res.redirect(303, paths.seat(member.seat.slug))
    return
  }
  const page = {
    name: member.person,
    seat: member.seat.label,
    action: paths.formalAppointment(id),
    back: paths.seat(member.seat.slug),
    body: formal.body,
    chosenOn: formal.chosenOn,
    assumedRules: assumedTitles(req, formal.assumed),
  }
  const title = req.t('formal.heading', { name: member.person })
  show(req, res, 'office/council/seats/formal', { title, layout: 'office', page, ...shown })
}
