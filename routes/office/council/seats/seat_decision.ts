import express, { type Request, type Response, type Router } from 'express'
import { NotFound } from '../../../../models/core/errors.ts'
import { listSeatsToDecide } from '../../../../models/council/places_over_time.ts'
import { decideSeat } from '../../../../models/council/seat_decisions.ts'
import { getSeat } from '../../../../models/council/seats.ts'
import { SEAT_CHOICES } from '../../../../models/rules/bodies/body_life.ts'
import { seatDecisionPage } from '../../../../views/office/council/seats/seat_decision.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import { choice, chosenId, date, form, LONGEST, optionalDate, text } from '../../../web/fields.ts'
import { byOf, submit, type Again } from '../../../web/forms.ts'
import { readerOf } from '../../../web/reader.ts'
import { show } from '../../../web/views.ts'
import { showSeat } from './seats.ts'

type SeatRequest = Request<{ slug: string }>

const ADDRESS = '/kontor/pladser/:slug/afgoerelse'

const decisionForm = form(
  chosenId('body_id'),
  choice('choice', SEAT_CHOICES),
  optionalDate('ends_on'),
  text('decided_by'),
  date('decided_on'),
  text('reason', LONGEST.text),
)

/** A seat is decided on when its place or organisation ends inside the term. */
export function seatDecisionRoutes(): Router {
  const router = express.Router()
  router.get(ADDRESS, requires('register.write'), (req: SeatRequest, res: Response) =>
    showDecision(req, res, req.query.organisation),
  )
  router.post(ADDRESS, requires('register.write'), decisionForm, async (req: SeatRequest, res: Response) => {
    const { slug } = req.params
    await submit(req, res, decisionForm, {
      act: async (typed) => decideSeat(req.db, byOf(req), await getSeat(req.db, slug), typed),
      again: (shown) =>
        shown.status === 409
          ? showSeat(req, res, slug, { status: 409, errors: shown.errors })
          : showDecision(req, res, req.typed.body_id, shown),
      done: () => paths.seat(slug),
      notice: 'bodies.decision.saved',
    })
  })
  return router
}

async function showDecision(
  req: SeatRequest,
  res: Response,
  bodyId: unknown,
  shown: Partial<Again> = {},
): Promise<void> {
  const today = req.clock.today()
  const seat = await getSeat(req.db, req.params.slug, today)
  const open = (await listSeatsToDecide(req.db, today)).filter((one) => one.seat.id === seat.id)
  const chosen = open.find(({ body }) => bodyId === undefined || String(body.id) === bodyId)
  if (!chosen) throw new NotFound(`nothing to decide about ${seat.slug}`)
  const page = seatDecisionPage(readerOf(req), seat, chosen)
  const title = req.t('bodies.decision.heading')
  show(req, res, 'office/council/seats/seat_decision', { title, layout: 'office', page, ...shown })
}
