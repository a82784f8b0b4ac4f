import express, { type Request, type Response, type Router } from 'express'
import { anyone } from '../../web/access.ts'
import { paths } from '../../../views/paths.ts'
import { showKept } from '../../web/views.ts'

const SETS = ['raad', 'pladser', 'medlemskaber', 'valg', 'vedtaegter', 'popolo.json', 'kalender.ics'] as const

/** public/open_data */
export interface OpenDataPage {
  /** An address in full, for copying. */
  example: string
  sets: { name: (typeof SETS)[number]; key: string; href: string }[]
}

/** The page that tells which data there are, and how to ask for them. */
export function openDataPageRoutes(): Router {
  const router = express.Router()
  router.get(paths.openData, anyone, async (req: Request, res: Response) => {
    const page: OpenDataPage = {
      example: `${req.house.baseUrl}${paths.openDataOf('raad')}?dato=2026-03-01`,
      sets: SETS.map((name) => ({ name, key: name.replace('.', '_'), href: paths.openDataOf(name) })),
    }
    const title = req.t('open_data.heading')
    await showKept(req, res, 'public/exchange/open_data', {
      key: '',
      make: () => Promise.resolve({ title, page }),
    })
  })
  return router
}
