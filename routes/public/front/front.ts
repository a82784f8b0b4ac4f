import express, { type Request, type Response, type Router } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import { publicCouncilOn } from '../../../models/council/publication.ts'
import { listPublicElections } from '../../../models/elections/result/publication.ts'
import { nextPublicMeeting } from '../../../models/front/notices.ts'
import { listOffices } from '../../../models/statutes/versions.ts'
import { paths } from '../../../views/paths.ts'
import { frontPage, type FrontPage } from '../../../views/public/front/front.page.ts'
import { anyone } from '../../web/access.ts'
import { askedDay } from '../../web/asked_day.ts'
import { dateQuery } from '../../web/fields.ts'
import { readerOf } from '../../web/reader.ts'
import { show, showKept } from '../../web/views.ts'

/** A day that cannot be read stays in its field, and the page shows today. */
export function frontRoutes(): Router {
  const router = express.Router()
  router.get(paths.front, anyone, dateQuery, async (req: Request, res: Response) => {
    const { day, refused } = askedDay(req)
    const title = req.t('front.title')
    if (req.originalUrl === paths.front) {
      const key = req.clock.today()
      await showKept(req, res, 'public/front/front', {
        key,
        make: async () => ({ title, page: await loadPage(req, day) }),
      })
      return
    }
    show(req, res, 'public/front/front', { title, page: await loadPage(req, day), ...refused })
  })
  return router
}

async function loadPage(req: Request, asked: IsoDate | undefined): Promise<FrontPage> {
  const today = req.clock.today()
  const day = asked ?? today
  return req.answers.get(`front:${day}:${today}:${req.lang}`, async () =>
    frontPage(
      readerOf(req),
      day,
      await publicCouncilOn(req.db, day),
      await listOffices(req.db),
      await listPublicElections(req.db),
      await nextPublicMeeting(req.db, today),
    ),
  )
}
