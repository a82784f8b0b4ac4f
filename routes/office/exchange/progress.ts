import express, { type Request, type Response, type Router } from 'express'
import { progressOf } from '../../../models/exchange/import/progress.ts'
import { anyone } from '../../web/access.ts'
import { paths } from '../../../views/paths.ts'

/** Figures only, for the holder of the key. Stands before all handlers that ask the database, which is busy storing. */
export function progressRoutes(): Router {
  const router = express.Router()
  router.get(paths.progress(':key'), anyone, (req: Request<{ key: string }>, res: Response) => {
    const progress = progressOf(req.db, req.params.key)
    res.set('Cache-Control', 'no-store')
    if (progress) res.json(progress)
    else res.status(404).json({ state: 'unknown' })
  })
  return router
}
