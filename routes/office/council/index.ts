import express, { type Request, type Response, type Router } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import { listOfficersOn } from '../../../models/council/offices/offices.ts'
import { rosterOn } from '../../../models/council/roster.ts'
import { findTermOn } from '../../../models/council/terms.ts'
import { findVacantChair } from '../../../models/meetings/vacant_chair.ts'
import { statutesOn } from '../../../models/statutes/versions.ts'
import { councilPage, type CouncilPage } from '../../../views/office/council/council.page.ts'
import { paths } from '../../../views/paths.ts'
import { requires } from '../../web/access.ts'
import { askedDay } from '../../web/asked_day.ts'
import { dateQuery } from '../../web/fields.ts'
import { readerOf } from '../../web/reader.ts'
import { show } from '../../web/views.ts'
import { historyRoutes } from './history/history.ts'
import { officeRoutes } from './offices/offices.ts'
import { swapRoutes } from './offices/swap.ts'
import { membershipRoutes } from './seats/memberships.ts'
import { seatDecisionRoutes } from './seats/seat_decision.ts'
import { seatRoutes } from './seats/seats.ts'
import { substituteRoutes } from './substitutes/substitutes.ts'

export function registerRoutes(): Router {
  const router = express.Router()
  router.get(paths.council, requires('register.read'), dateQuery, async (req: Request, res: Response) => {
    const { day, refused } = askedDay(req)
    const today = req.clock.today()
    const shown = day ?? today
    const page = await req.answers.get(`council:${shown}:${today}:${req.lang}`, () => councilOn(req, shown))
    const title = req.t('register.council.title')
    show(req, res, 'office/council/council', { title, layout: 'office', page, ...refused })
  })
  for (const room of [historyRoutes, seatRoutes, seatDecisionRoutes, substituteRoutes, membershipRoutes])
    router.use(room())
  for (const room of [swapRoutes, officeRoutes]) router.use(room())
  return router
}

async function councilOn(req: Request, day: IsoDate): Promise<CouncilPage> {
  return councilPage(readerOf(req), day, {
    statutes: (await statutesOn(req.db, day)).statutes,
    lines: await rosterOn(req.db, day),
    term: await findTermOn(req.db, day),
    officers: await listOfficersOn(req.db, day),
    vacantChair: day === req.clock.today() ? await findVacantChair(req.db, day) : undefined,
  })
}
