import express, { type Request, type Response, type Router } from 'express'
import { NotFound } from '../../../../models/core/errors.ts'
import { getOwnPhoto } from '../../../../models/privacy/insight/insight.ts'
import { insightPaper } from '../../../../views/paper/privacy/insight.ts'
import { requires, userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { sendPhoto } from '../../../web/photos.ts'
import { show } from '../../../web/views.ts'
import { insightPage, type InsightPage } from './page.ts'

type PersonRequest = Request<{ id: string }>

/**
 * Everything that the book holds about a person, as a page and as a PDF to hand over. For those who may read contact data,
 * and for the person, whatever role their account has.
 */
export function insightRoutes(): Router {
  const router = express.Router()
  router.get('/kontor/personer/:id/indsigt', requires('office.enter'), showInsight)
  router.get(
    '/kontor/personer/:id/indsigt.pdf',
    requires('office.enter'),
    async (req: PersonRequest, res: Response) => {
      const { page } = await insightOf(req)
      const file = await insightPaper(page, req.t, req.lang)
      res.set('Cache-Control', 'no-store').type('application/pdf').send(file)
    },
  )
  router.get(
    '/kontor/personer/:id/indsigt/foto/:candidacy',
    requires('office.enter'),
    async (req: Request<{ id: string; candidacy: string }>, res: Response) => {
      const id = idOfOwn(req)
      sendPhoto(req, res, await getOwnPhoto(req.db, id, idFrom(req.params.candidacy)))
    },
  )
  return router
}

async function showInsight(req: PersonRequest, res: Response): Promise<void> {
  const { id, page } = await insightOf(req)
  const links = {
    back: canOf(userOf(req))['register.read'] ? paths.person(id) : paths.ownAccount,
    fileHref: paths.insightFile(id),
    photoHref: (candidacy: number) => paths.insightPhoto(id, candidacy),
  }
  show(req, res, 'office/privacy/insight', {
    title: page.title,
    layout: 'office',
    page: { ...page, ...links },
  })
}

async function insightOf(req: PersonRequest): Promise<{ id: number; page: InsightPage }> {
  const id = idOfOwn(req)
  return { id, page: await insightPage(req, id) }
}

/** The person asked about. For everybody else than these there is no such page. */
function idOfOwn(req: Request<{ id: string }>): number {
  const id = idFrom(req.params.id)
  const user = userOf(req)
  if (!canOf(user)['contacts.read'] && user.personId !== id) throw new NotFound(`insight ${id}`)
  return id
}
