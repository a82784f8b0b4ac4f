import path from 'node:path'
import express, { type Request, type Response, type Router } from 'express'
import { projectRoot } from '../../../config.ts'
import { anyone, paths, showKept } from '../../web/index.ts'

const folder = path.join(projectRoot, 'public/efterproev')

/** The files are handed out to be kept: opened from a machine of one's own, they trust nothing here. */
export function verifierRoutes(): Router {
  const router = express.Router()
  router.get(paths.verifier, anyone, async (req: Request, res: Response) => {
    await showKept(req, res, 'public/elections/verifier', {
      key: '',
      make: () => Promise.resolve({ title: req.t('verifier.heading') }),
    })
  })
  for (const name of ['efterproev.html', 'efterproev.mjs'] as const) {
    router.get(paths.verifierFile(name), anyone, (_req: Request, res: Response) => {
      res.download(path.join(folder, name))
    })
  }
  return router
}
