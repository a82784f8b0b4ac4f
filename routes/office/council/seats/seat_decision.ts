import express, { type Request, type Response, type Router } from 'express'
import { later, type IsoDate } from '../../../../models/core/dates.ts'
import { NotFound } from '../../../../models/core/errors.ts'
import { getSeat } from '../../../../models/council/seats.ts'
import { listSeatsToDecide } from '../../../../models/council/places_over_time.ts'
import { decideSeat, type SeatDecisionForm } from '../../../../models/council/seat_decisions.ts'
import { SEAT_CHOICES } from '../../../../models/rules/bodies/body_life.ts'
import { requires } from '../../../web/access.ts'
import { choice, chosenId, date, LONGEST, optionalDate, text } from '../../../web/fields.ts'
import { byOf, submit, type Again } from '../../../web/forms.ts'
import { paths } from '../../../../views/paths.ts'
import { show } from '../../../web/views.ts'
import { showSeat } from './seats.ts'
import type { BodyKind } from '../../../../models/rules/core/by_kind.ts'

type SeatRequest = Request<{ slug: string }>

/** office/bodies/seat_decision. */
export interface SeatDecisionPage {
  seat: string
  kind: BodyKind
  body: string
  bodyId: number
  endsOn: IsoDate
  over: boolean
  member: string
  memberUntil: IsoDate
  successor: string | null
  /** The member's last day, where it is decided that they leave. */
  lastDay: IsoDate
  today: IsoDate
  action: string
  back: string
}

/** What happens to a seat whose place or organisation ends inside the term: a choice with a reason. */
export function seatDecisionRoutes(): Router {
  const router = express.Router()
  router.get(
    '/kontor/pladser/:slug/afgoerelse',
    requires('register.write'),
    (req: SeatRequest, res: Response) => showDecision(req, res, req.query.organisation),
  )
  router.post(
    '/kontor/pladser/:slug/afgoerelse',
    requires('register.write'),
    chosenId('body_id'),
    choice('choice', SEAT_CHOICES),
    optionalDate('ends_on'),
    text('decided_by'),
    date('decided_on'),
    text('reason', LONGEST.text),
    async (req: SeatRequest, res: Response) => {
      const { slug } = req.params
      await submit<SeatDecisionForm, unknown>(req, res, {
        act: async ({ ends_on, ...form }) =>
          decideSeat(req.db, byOf(req), await getSeat(req.db, slug), {
            ...form,
            ends_on: ends_on || undefined,
          }),
        again: (shown) =>
          shown.status === 409
            ? showSeat(req, res, slug, { status: 409, errors: shown.errors })
            : showDecision(req, res, req.typed.body_id, shown),
        done: () => paths.seat(slug),
        notice: 'bodies.decision.saved',
      })
    },
  )
  return router
}

async function showDecision(
  req: SeatRequest,
  res: Response,
  bodyId: unknown,
  shown: Partial<Again> = {},
): Promise<void> {
  const seat = await getSeat(req.db, req.params.slug, req.clock.today())
  const today = req.clock.today()
  const open = (await listSeatsToDecide(req.db, today)).filter((one) => one.seat.id === seat.id)
  const chosen = open.find(({ body }) => bodyId === undefined || String(body.id) === bodyId)
  if (!chosen) throw new NotFound(`nothing to decide about ${seat.slug}`)
  const { body, endsOn, member, successor } = chosen
  const page: SeatDecisionPage = {
    seat: seat.label,
    kind: body.kind,
    body: body.name,
    bodyId: body.id,
    endsOn,
    over: endsOn < today,
    member: member.person,
    memberUntil: member.ends_on,
    successor: successor?.name ?? null,
    lastDay: later(endsOn, today),
    today,
    action: paths.seatDecision(seat.slug),
    back: paths.seat(seat.slug),
  }
  const title = req.t('bodies.decision.heading')
  show(req, res, 'office/council/seats/seat_decision', { title, layout: 'office', page, ...shown })
}
