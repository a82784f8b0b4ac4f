import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import { formatLongDate } from '../../models/core/index.ts'
import { accountRoutes } from './accounts/index.ts'
import { bodyRoutes } from './bodies/bodies.ts'
import { electionRoutes } from './elections/index.ts'
import { exchangeRoutes } from './exchange/index.ts'
import { meetingRoutes } from './meetings/index.ts'
import { nominationRoutes } from './renewal/nominations/index.ts'
import { privacyRoutes } from './privacy/index.ts'
import { renewalRoutes } from './renewal/index.ts'
import { peopleRoutes } from './people/people.ts'
import { registerRoutes } from './council/index.ts'
import { searchRoutes, todoRoutes } from './front/search.ts'
import { reminderRoutes } from './front/reminders.ts'
import { knowOfficeNames } from '../public/front/names.ts'
import { statutesRuleRoutes } from './statutes/index.ts'

export function officeRoutes(): Router {
  const router = express.Router()
  router.use(showNotice)
  router.use(knowOfficeNames)
  router.use(todoRoutes())
  router.use(searchRoutes())
  router.use(reminderRoutes())
  router.use(registerRoutes())
  router.use(peopleRoutes())
  router.use(bodyRoutes())
  router.use(electionRoutes())
  router.use(renewalRoutes())
  router.use(nominationRoutes())
  router.use(meetingRoutes())
  router.use(exchangeRoutes())
  router.use(statutesRuleRoutes())
  router.use(privacyRoutes())
  router.use(accountRoutes())
  return router
}

function showNotice(req: Request, res: Response, next: NextFunction): void {
  const { notice, guessed = [] } = req.session
  if (req.method === 'GET' && (notice !== undefined || guessed.length > 0)) {
    const days = guessed.map(({ typed, day }) =>
      req.t('fields.guessed', { typed, date: formatLongDate(day, req.lang) }),
    )
    res.locals.notice = [...(notice === undefined ? [] : [req.t(notice)]), ...days].join(' ')
    delete req.session.notice
    delete req.session.guessed
  }
  next()
}
