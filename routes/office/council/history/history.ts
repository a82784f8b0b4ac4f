import express, { type Request, type Response, type Router } from 'express'
import { councilHistory } from '../../../../models/council/history/council_history.ts'
import { compareDays } from '../../../../models/council/history/two_days.ts'
import { listOffices, statutesOn } from '../../../../models/statutes/versions.ts'
import { officeDifferencesPage } from '../../../../views/office/council/history/differences.page.ts'
import { officeTimelinePage } from '../../../../views/office/council/history/timeline.page.ts'
import { paths } from '../../../../views/paths.ts'
import { askedDays, daysQuery } from '../../../public/council/asked_days.ts'
import { askedHistory, heldIn, spanQuery } from '../../../public/council/asked_span.ts'
import { requires } from '../../../web/access.ts'
import { readerOf } from '../../../web/reader.ts'
import { show, showWithKeptMain, type RenderingOf } from '../../../web/views.ts'

/** The office sees every name. */
export function historyRoutes(): Router {
  const router = express.Router()
  router.get(paths.timeline, requires('register.read'), ...spanQuery, async (req: Request, res: Response) => {
    if (req.originalUrl !== paths.timeline) {
      show(req, res, 'office/council/history/timeline', await timeline(req))
      return
    }
    const { can, today } = readerOf(req)
    const key = `${today}:${can['contacts.read']}:${can['exchange.import']}`
    await showWithKeptMain(req, res, 'office/council/history/timeline', { key, make: () => timeline(req) })
  })
  router.get(
    paths.differences,
    requires('register.read'),
    ...daysQuery,
    async (req: Request, res: Response) => {
      const { from, until, shown } = await askedDays(req)
      const page = await req.answers.get(`differences:${from}:${until}:${req.lang}`, async () => {
        const found = await compareDays(req.db, from, until)
        return officeDifferencesPage(readerOf(req), { from, until }, found, await listOffices(req.db))
      })
      const title = req.t('history.differences.heading')
      show(req, res, 'office/council/history/differences', { title, layout: 'office', page, ...shown })
    },
  )
  return router
}

async function timeline(req: Request): Promise<RenderingOf<'office/council/history/timeline'>> {
  const { day, today, read } = askedHistory(req)
  const history = await req.answers.get(`history:${today}:${day}`, () => councilHistory(req.db, today, day))
  const { shown, ...asked } = read(heldIn(history.seats), history.terms)
  const page = officeTimelinePage(readerOf(req), { ...asked, day }, history, {
    statutes: (await statutesOn(req.db, today)).statutes,
    offices: await listOffices(req.db),
  })
  return { title: req.t('history.heading'), layout: 'office', page, ...shown }
}
