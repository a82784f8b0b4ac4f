import express, { type Request, type Response, type Router } from 'express'
import { progressOf } from '../../../models/exchange/import/progress.ts'
import { anyone } from '../../web/access.ts'
import { paths } from '../../../views/paths.ts'

/**
 * How far something long has come, for one who holds its key: figures only, and no database. Stands before everything
 * that asks the database, which is busy with that very thing.
 */
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
