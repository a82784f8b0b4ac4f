import express, { type Request, type Response, type Router } from 'express'
import { paths } from '../../../views/paths.ts'
import { openDataPage } from '../../../views/public/exchange/open_data.page.ts'
import { anyone } from '../../web/access.ts'
import { showKept } from '../../web/views.ts'

export function openDataPageRoutes(): Router {
  const router = express.Router()
  router.get(paths.openData, anyone, async (req: Request, res: Response) => {
    const page = openDataPage(req.house.baseUrl)
    await showKept(req, res, 'public/exchange/open_data', {
      key: '',
      make: () => Promise.resolve({ title: req.t('open_data.heading'), page }),
    })
  })
  return router
}
