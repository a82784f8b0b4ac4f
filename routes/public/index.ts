import express, { type Router } from 'express'
import type { Config } from '../../config.ts'
import { frontRoutes, infoRoutes } from './front/front.ts'
import { knowPublicNames } from './front/names.ts'
import { electionRoutes } from './elections/elections.ts'
import { verifierRoutes } from './elections/verifier.ts'
import { historyRoutes } from './council/history.ts'
import { openDataPageRoutes } from './exchange/open_data.ts'
import { searchRoutes } from './front/search.ts'
import { statutesRoutes } from './statutes/statutes.ts'

export { welcomeRoutes } from './accounts/welcome.ts'

/** Door 1, for all readers: no session, no account, nothing stored. */
export function publicRoutes(config: Config): Router {
  const router = express.Router()
  // These answer without a database too.
  router.use(infoRoutes(config.contact))
  router.use(knowPublicNames)
  router.use(frontRoutes())
  router.use(historyRoutes())
  router.use(statutesRoutes())
  router.use(electionRoutes())
  router.use(verifierRoutes())
  router.use(searchRoutes())
  router.use(openDataPageRoutes())
  return router
}
