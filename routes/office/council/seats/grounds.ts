import type { Request, Response, Router } from 'express'
import { flagGround, getMembership, listOpenFlags, settleGround } from '../../../../models/council/index.ts'
import { groundPage } from '../../../../views/office/council/index.ts'
import { type Again, byOf, idFrom, paths, readerOf, requires, show, submit } from '../../../web/index.ts'
import { choice, chosenId, date, form, LONGEST, optionalText, text } from '../../../web/fields.ts'

type MembershipRequest = Request<{ id: string }>

const GROUND = '/kontor/medlemskaber/:id/valgbarhed'

const groundForm = form(
  choice('lost', ['residence', 'activity']),
  date('learned_on'),
  optionalText('note', LONGEST.text),
)
const settlingForm = form(chosenId('flag_id'), text('settled', LONGEST.text))

/** Doubts about a member's residence or activity are noted, and never acted on by themselves. */
export function groundRoutes(router: Router): void {
  router.get(GROUND, requires('register.write'), (req: MembershipRequest, res: Response) =>
    showGround(req, res),
  )
  router.post(
    GROUND,
    requires('register.write'),
    groundForm,
    async (req: MembershipRequest, res: Response) => {
      const { id, seat } = await getMembership(req.db, idFrom('membership', req.params.id))
      await submit(req, res, groundForm, {
        act: (typed) => flagGround(req.db, byOf(req), id, typed),
        again: (shown) => showGround(req, res, shown),
        done: () => paths.seat(seat.slug),
        notice: 'vacancy.ground.flagged',
      })
    },
  )
  router.post(
    `${GROUND}/afklaring`,
    requires('register.write'),
    settlingForm,
    async (req: MembershipRequest, res: Response) => {
      const { seat } = await getMembership(req.db, idFrom('membership', req.params.id))
      await submit(req, res, settlingForm, {
        act: ({ flag_id, settled }) => settleGround(req.db, byOf(req), flag_id, settled),
        again: (shown) => showGround(req, res, shown),
        done: () => paths.seat(seat.slug),
        notice: 'vacancy.ground.settled',
      })
    },
  )
}

async function showGround(req: MembershipRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const membership = await getMembership(req.db, idFrom('membership', req.params.id))
  const page = groundPage(readerOf(req), membership, await listOpenFlags(req.db))
  show(req, res, 'office/council/seats/ground', { title: page.heading, layout: 'office', page, ...shown })
}
