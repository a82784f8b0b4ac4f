import express, { type Request, type Response, type Router } from 'express'
import type { IsoDate } from '../../../models/core/index.ts'
import * as council from '../../../models/council/index.ts'
import { findVacantChair } from '../../../models/meetings/index.ts'
import { listOffices, statutesOn } from '../../../models/statutes/index.ts'
import { officeRoutes } from './offices/offices.ts'
import { swapRoutes } from './offices/swap.ts'
import { membershipRoutes } from './seats/memberships.ts'
import { seatDecisionRoutes, seatRoutes } from './seats/seats.ts'
import { substituteRoutes } from './substitutes/substitutes.ts'
import { askedDays, askedHistory, daysQuery, heldIn, spanQuery } from '../../public/council/asked_days.ts'
import * as web from '../../web/index.ts'
import { dateQuery } from '../../web/fields.ts'
import * as councilPages from '../../../views/office/council/index.ts'

export function registerRoutes(): Router {
  const router = express.Router()
  router.get(
    web.paths.council,
    web.requires('register.read'),
    dateQuery,
    async (req: Request, res: Response) => {
      const { day, refused } = web.askedDay(req)
      const today = req.clock.today()
      const shown = day ?? today
      const page = await req.answers.get(`council:${shown}:${today}:${req.lang}`, () => councilOn(req, shown))
      const title = req.t('register.council.title')
      web.show(req, res, 'office/council/council', { title, page, ...refused })
    },
  )
  for (const room of [historyRoutes, seatRoutes, seatDecisionRoutes, substituteRoutes, membershipRoutes])
    router.use(room())
  for (const room of [swapRoutes, officeRoutes]) router.use(room())
  return router
}

async function councilOn(req: Request, day: IsoDate): Promise<councilPages.CouncilPage> {
  return councilPages.councilPage(web.readerOf(req), day, {
    statutes: (await statutesOn(req.db, day)).statutes,
    lines: await council.rosterOn(req.db, day),
    term: await council.findTermOn(req.db, day),
    officers: await council.listOfficersOn(req.db, day),
    vacantChair: day === req.clock.today() ? await findVacantChair(req.db, day) : undefined,
  })
}

/** The office sees every name. */
function historyRoutes(): Router {
  const router = express.Router()
  router.get(
    web.paths.timeline,
    web.requires('register.read'),
    ...spanQuery,
    async (req: Request, res: Response) => {
      if (req.originalUrl !== web.paths.timeline) {
        web.show(req, res, 'office/council/history/timeline', await timeline(req))
        return
      }
      const { can, today } = web.readerOf(req)
      const key = `${today}:${can['contacts.read']}:${can['exchange.import']}`
      await web.showWithKeptMain(req, res, 'office/council/history/timeline', {
        key,
        make: () => timeline(req),
      })
    },
  )
  router.get(
    web.paths.differences,
    web.requires('register.read'),
    ...daysQuery,
    async (req: Request, res: Response) => {
      const { from, until, shown } = await askedDays(req)
      const page = await req.answers.get(`differences:${from}:${until}:${req.lang}`, async () => {
        const found = await council.compareDays(req.db, from, until)
        return councilPages.officeDifferencesPage(
          web.readerOf(req),
          { from, until },
          found,
          await listOffices(req.db),
        )
      })
      const title = req.t('history.differences.heading')
      web.show(req, res, 'office/council/history/differences', { title, page, ...shown })
    },
  )
  return router
}

async function timeline(req: Request): Promise<web.RenderingOf<'office/council/history/timeline'>> {
  const { day, today, read } = askedHistory(req)
  const history = await req.answers.get(`history:${today}:${day}`, () =>
    council.councilHistory(req.db, today, day),
  )
  const { shown, ...asked } = read(heldIn(history.seats), history.terms)
  const page = councilPages.officeTimelinePage(web.readerOf(req), { ...asked, day }, history, {
    statutes: (await statutesOn(req.db, today)).statutes,
    offices: await listOffices(req.db),
  })
  return { title: req.t('history.heading'), page, ...shown }
}
