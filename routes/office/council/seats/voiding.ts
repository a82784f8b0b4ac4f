import express, { type Request, type Response, type Router } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { Conflict } from '../../../../models/core/errors.ts'
import { voidMembership } from '../../../../models/council/leaving.ts'
import { getMembership } from '../../../../models/council/memberships.ts'
import { requires } from '../../../web/access.ts'
import { LONGEST, text } from '../../../web/fields.ts'
import { byOf, explain, submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { show } from '../../../web/views.ts'
import { showSeat } from './seats.ts'

type IdRequest = Request<{ id: string }>

/** office/register/membership_void. */
export interface VoidPage {
  name: string
  seat: string
  action: string
  back: string
  starts_on: IsoDate
  ends_on: IsoDate
  /** Written in by hand; otherwise there is an election or an appointment behind it, which stays. */
  registered: boolean
}

/** Striking out a membership that was a mistake, with a page that asks first. */
export function voidRoutes(): Router {
  const router = express.Router()
  router.get('/kontor/medlemskaber/:id/fejl', requires('register.write'), (req: IdRequest, res) =>
    showVoid(req, res),
  )
  router.post(
    '/kontor/medlemskaber/:id/fejl',
    requires('register.write'),
    text('note', LONGEST.text),
    async (req: IdRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<{ note: string }, { seat: string }>(req, res, {
        act: ({ note }) => voidMembership(req.db, byOf(req), id, note),
        again: (shown) => showVoid(req, res, shown),
        done: ({ seat }) => paths.seat(seat),
        notice: 'register.void.done',
      })
    },
  )
  return router
}

async function showVoid(req: IdRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const membership = await getMembership(req.db, idFrom(req.params.id))
  const { id, person, seat, starts_on, ends_on, chosen, voided_on } = membership
  if (voided_on !== null) {
    const errors = [explain(req, new Conflict('membership_voided'))]
    await showSeat(req, res, seat.slug, { status: 409, errors })
    return
  }
  const page: VoidPage = {
    name: person,
    seat: seat.label,
    action: paths.voidMembership(id),
    back: paths.seat(seat.slug),
    ...{ starts_on, ends_on },
    registered: chosen.how === 'registered',
  }
  const title = req.t('register.void.heading', { name: person })
  show(req, res, 'office/council/seats/membership_void', { title, layout: 'office', page, ...shown })
}
