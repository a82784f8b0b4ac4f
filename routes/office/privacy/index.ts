import express, { type Request, type Response, type Router } from 'express'
import { keepHouse } from '../../../models/privacy/housekeeping.ts'
import { eraseOnRequest, type ErasureForm } from '../../../models/privacy/people.ts'
import { requires } from '../../web/access.ts'
import { date, LONGEST, mustTick, text, ticked } from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { idFrom } from '../../web/ids.ts'
import { retentionOf } from './kept_for.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'
import { insightRoutes } from './insight/insight.ts'
import { auditRoutes } from './log.ts'
import { erasurePage, type PersonRequest } from './erasure_page.ts'
import { retentionPage } from './retention_page.ts'

/** How long things are kept, what goes by itself and when, what is kept about one person who asks, erasing it, and the log. */
export function privacyRoutes(): Router {
  const router = express.Router()
  router.get(paths.retention, requires('privacy.read'), (req: Request, res: Response) =>
    showRetention(req, res),
  )
  router.post(paths.housekeeping, requires('privacy.write'), async (req: Request, res: Response) => {
    await submit<object, unknown>(req, res, {
      act: () =>
        keepHouse(req.db, byOf(req), { retention: retentionOf(req), nobody: req.t('retention.nobody') }),
      again: (shown) => showRetention(req, res, shown),
      done: () => paths.retention,
      notice: 'retention.run.done',
    })
  })
  erasureRoutes(router)
  router.use(insightRoutes())
  router.use(auditRoutes())
  return router
}

function erasureRoutes(router: Router): void {
  router.get('/kontor/personer/:id/sletning', requires('register.write'), (req: PersonRequest, res) =>
    showErasure(req, res),
  )
  router.post(
    '/kontor/personer/:id/sletning',
    requires('register.write'),
    date('asked_on'),
    text('reason', LONGEST.line),
    ticked('hide_name'),
    mustTick('sure'),
    text('seen'),
    async (req: PersonRequest, res: Response) => {
      const id = idFrom(req.params.id)
      const words = { retention: retentionOf(req), nobody: req.t('retention.nobody') }
      await submit<ErasureForm, { scope: 'contact' | 'all' }>(req, res, {
        act: (form) => eraseOnRequest(req.db, byOf(req), id, form, words),
        again: (shown) => showErasure(req, res, shown),
        done: ({ scope }) => (scope === 'all' ? paths.people : paths.person(id)),
        notice: 'retention.erasure.done',
      })
    },
  )
}

async function showRetention(req: Request, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const page = await retentionPage(req)
  show(req, res, 'office/privacy/retention', {
    title: req.t('retention.title'),
    layout: 'office',
    page,
    ...shown,
  })
}

/** After a Conflict the page shows what is kept now, so that nobody erases what they have not seen. */
async function showErasure(req: PersonRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const page = await erasurePage(req, idFrom(req.params.id))
  const title = req.t('retention.erasure.heading', { name: page.name })
  show(req, res, 'office/privacy/erasure', { title, layout: 'office', page, ...shown })
}
