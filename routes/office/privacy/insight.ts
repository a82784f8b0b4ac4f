import type { Request, Response, Router } from 'express'
import { canOf } from '../../../models/accounts/permissions.ts'
import { NotFound } from '../../../models/core/errors.ts'
import { collectInsight, getOwnPhoto } from '../../../models/privacy/insight/insight.ts'
import { listOffices, statutesOn } from '../../../models/statutes/versions.ts'
import { insightPage, insightText, type InsightSource } from '../../../views/office/privacy/insight.page.ts'
import { insightPaper } from '../../../views/paper/privacy/insight.ts'
import { requires, userOf } from '../../web/access.ts'
import { idFrom } from '../../web/ids.ts'
import { sendPhoto } from '../../web/photos.ts'
import { readerOf } from '../../web/reader.ts'
import { show } from '../../web/views.ts'

type PersonRequest = Request<{ id: string }>

/** The pages are for readers of contact data, and for the person themselves, whatever role their account has. */
export function insightRoutes(router: Router): void {
  const path = '/kontor/personer/:id/indsigt'
  router.get(path, requires('office.enter'), async (req: PersonRequest, res: Response) => {
    const page = insightPage(readerOf(req), await sourceFor(req))
    show(req, res, 'office/privacy/insight', { title: page.title, layout: 'office', page })
  })
  router.get(`${path}.pdf`, requires('office.enter'), async (req: PersonRequest, res: Response) => {
    const file = await insightPaper(insightText(readerOf(req), await sourceFor(req)), req.t, req.lang)
    res.set('Cache-Control', 'no-store').type('application/pdf').send(file)
  })
  router.get(
    `${path}/foto/:candidacy`,
    requires('office.enter'),
    async (req: Request<{ id: string; candidacy: string }>, res: Response) => {
      sendPhoto(req, res, await getOwnPhoto(req.db, idOfOwn(req), idFrom(req.params.candidacy)))
    },
  )
}

async function sourceFor(req: PersonRequest): Promise<InsightSource> {
  const today = req.clock.today()
  return {
    insight: await collectInsight(req.db, idOfOwn(req), today),
    statutes: (await statutesOn(req.db, today)).statutes,
    offices: await listOffices(req.db),
    council: req.house.council,
    contact: req.house.contact,
    by: userOf(req).name,
  }
}

/** Throws NotFound for accounts that are not the person's own. */
function idOfOwn(req: Request<{ id: string }>): number {
  const id = idFrom(req.params.id)
  const user = userOf(req)
  if (!canOf(user)['contacts.read'] && user.personId !== id) throw new NotFound(`insight ${id}`)
  return id
}
