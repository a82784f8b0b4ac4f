import express, { type Request, type Response, type Router } from 'express'
import {
  flagGround,
  listOpenFlags,
  settleGround,
  type FlagForm,
} from '../../../../models/council/grounds/flags.ts'
import { getMembership } from '../../../../models/council/memberships.ts'
import { requires } from '../../../web/access.ts'
import { chosenId, choice, date, LONGEST, optionalText, text } from '../../../web/fields.ts'
import { byOf, submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { show } from '../../../web/views.ts'

type MembershipRequest = Request<{ id: string }>

/** A member who may have lost residence or activity: noted, so that somebody asks, and never acted on by itself. */
export function groundRoutes(): Router {
  const router = express.Router()
  router.get(
    '/kontor/medlemskaber/:id/valgbarhed',
    requires('register.write'),
    (req: MembershipRequest, res: Response) => showGround(req, res),
  )
  router.post(
    '/kontor/medlemskaber/:id/valgbarhed',
    requires('register.write'),
    choice('lost', ['residence', 'activity']),
    date('learned_on'),
    optionalText('note', LONGEST.text),
    async (req: MembershipRequest, res: Response) => {
      const id = idFrom(req.params.id)
      const { seat } = await getMembership(req.db, id)
      await submit<FlagForm, unknown>(req, res, {
        act: (form) => flagGround(req.db, byOf(req), id, form),
        again: (shown) => showGround(req, res, shown),
        done: () => paths.seat(seat.slug),
        notice: 'vacancy.ground.flagged',
      })
    },
  )
  router.post(
    '/kontor/medlemskaber/:id/valgbarhed/afklaring',
    requires('register.write'),
    chosenId('flag_id'),
    text('settled', LONGEST.text),
    async (req: MembershipRequest, res: Response) => {
      const { seat } = await getMembership(req.db, idFrom(req.params.id))
      await submit<{ flag_id: number; settled: string }, unknown>(req, res, {
        act: ({ flag_id, settled }) => settleGround(req.db, byOf(req), flag_id, settled),
        again: (shown) => showGround(req, res, shown),
        done: () => paths.seat(seat.slug),
        notice: 'vacancy.ground.settled',
      })
    },
  )
  return router
}

async function showGround(req: MembershipRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const id = idFrom(req.params.id)
  const { person, seat } = await getMembership(req.db, id)
  const open = (await listOpenFlags(req.db)).filter(({ membership_id }) => membership_id === id)
  const page = {
    name: person,
    seat: seat.label,
    action: paths.groundFlag(id),
    settleAction: paths.groundSettling(id),
    back: paths.seat(seat.slug),
    today: req.clock.today(),
    open: open.map((flag) => ({ id: flag.id, lost: flag.lost, on: flag.learned_on, note: flag.note })),
  }
  const title = req.t('vacancy.ground.heading', { name: person })
  show(req, res, 'office/council/seats/ground', { title, layout: 'office', page, ...shown })
}
