import express, { type Request, type Response, type Router } from 'express'
import { requires } from '../../web/access.ts'
import { searchQuery } from '../../public/front/search_query.ts'
import { paths } from '../../../views/paths.ts'
import { searchPage } from '../../public/front/searching.ts'
import { show } from '../../web/views.ts'
import { officeSources } from './search_sources.ts'

/** Search through everything that the person may read. */
export function searchRoutes(): Router {
  const router = express.Router()
  router.get(paths.search, requires('office.enter'), searchQuery, async (req: Request, res: Response) => {
    const { page, refused } = await searchPage(req, paths.search, officeSources(req))
    show(req, res, 'office/front/search', {
      title: req.t('search.heading'),
      layout: 'office',
      page,
      ...refused,
    })
  })
  return router
}
