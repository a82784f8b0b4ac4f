import express, { type Request, type Response, type Router } from 'express'
import { publicDifference, publicHistory } from '../../../models/council/index.ts'
import { listOffices } from '../../../models/statutes/index.ts'
import { publicDifferencesPage } from '../../../views/public/council/differences.page.ts'
import { publicTimelinePage } from '../../../views/public/council/timeline.page.ts'
import { anyone, paths, readerOf, type RenderingOf, show, showKept } from '../../web/index.ts'
import { askedDays, askedHistory, daysQuery, heldIn, spanQuery } from './asked_days.ts'

export function historyRoutes(): Router {
  const router = express.Router()
  router.get(paths.publicTimeline, anyone, ...spanQuery, async (req: Request, res: Response) => {
    if (req.originalUrl !== paths.publicTimeline) {
      show(req, res, 'public/council/timeline', await timeline(req))
      return
    }
    const key = req.clock.today()
    await showKept(req, res, 'public/council/timeline', { key, make: () => timeline(req) })
  })
  router.get(paths.publicDifferences, anyone, ...daysQuery, async (req: Request, res: Response) => {
    const { from, until, shown } = await askedDays(req)
    const key = `public-differences:${from}:${until}:${req.lang}`
    const page = await req.answers.get(key, async () => {
      const found = await publicDifference(req.db, from, until)
      return publicDifferencesPage(readerOf(req), { from, until }, found, await listOffices(req.db))
    })
    const title = req.t('history.differences.heading')
    show(req, res, 'public/council/differences', { title, page, ...shown })
  })
  return router
}

async function timeline(req: Request): Promise<RenderingOf<'public/council/timeline'>> {
  const { day, today, read } = askedHistory(req)
  const key = `public-history:${today}:${day}`
  const history = await req.answers.get(key, () => publicHistory(req.db, today, day))
  const { shown, ...asked } = read(heldIn(history.seats), history.terms)
  const page = publicTimelinePage(readerOf(req), { ...asked, day }, history, await listOffices(req.db))
  return { title: req.t('history.heading'), page, ...shown }
}
