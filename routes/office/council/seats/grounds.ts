import type { Request, Response, Router } from 'express'
import { flagGround, getMembership, listOpenFlags, settleGround } from '../../../../models/council/index.ts'
import { groundPage } from '../../../../views/office/council/index.ts'
import * as web from '../../../web/index.ts'
import { choice, chosenId, date, form, LONGEST, optionalText, text } from '../../../web/fields.ts'

type MembershipRequest = Request<{ id: string }>
const membershipId = web.idIn('membership')

const GROUND = '/kontor/medlemskaber/:id/valgbarhed'

const groundForm = form(
  choice('lost', ['residence', 'activity']),
  date('learned_on', 'past'),
  optionalText('note', LONGEST.text),
)
const settlingForm = form(chosenId('flag_id'), text('settled', LONGEST.text))

/** Doubts about a member's residence or activity are noted, and never acted on by themselves. */
export function groundRoutes(router: Router): void {
  router.get(GROUND, web.requires('register.write'), web.shows(showGround))
  router.post(
    GROUND,
    web.requires('register.write'),
    web.submits(groundForm, {
      act: async (req, typed) => {
        const { id, seat } = await getMembership(req.db, membershipId(req))
        await flagGround(req.db, web.byOf(req), id, typed)
        return seat
      },
      again: showGround,
      done: (_req, { slug }) => web.paths.seat(slug),
      notice: 'vacancy.ground.flagged',
    }),
  )
  router.post(
    `${GROUND}/afklaring`,
    web.requires('register.write'),
    web.submits(settlingForm, {
      act: async (req, { flag_id, settled }) => {
        const { seat } = await getMembership(req.db, membershipId(req))
        await settleGround(req.db, web.byOf(req), flag_id, settled)
        return seat
      },
      again: showGround,
      done: (_req, { slug }) => web.paths.seat(slug),
      notice: 'vacancy.ground.settled',
    }),
  )
}

async function showGround(req: MembershipRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const membership = await getMembership(req.db, membershipId(req))
  const page = groundPage(web.readerOf(req), membership, await listOpenFlags(req.db))
  web.show(req, res, 'office/council/seats/ground', { title: page.heading, page, ...shown })
}
