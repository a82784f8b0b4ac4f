import express, { type Express } from 'express'
import pino, { type Logger } from 'pino'
import type { Config } from './config.ts'
import type { Clock } from './models/core/dates.ts'
import type { Db } from './models/core/db.ts'
import { freshFrom } from './models/core/fresh.ts'
import type { CouncilName } from './models/statutes/versions.ts'
import { boothRoutes } from './routes/booth/index.ts'
import { askAgainWithoutControls, refuseControls } from './routes/web/control_characters.ts'
import { offerToken, protectForms, refuseForeignForms } from './routes/web/csrf.ts'
import { errorPages, notFound } from './routes/web/errors.ts'
import { keepTyped } from './routes/web/forms.ts'
import { chooseLanguage } from './routes/web/i18n.ts'
import { KEY_SLIPS } from './routes/office/elections/box/slips.ts'
import { PHOTO_FILE } from './routes/office/elections/candidates/portraits.ts'
import { ROLL_UPLOADS } from './routes/office/elections/roll/roll.ts'
import { IMPORT_FILE, progressRoutes } from './routes/office/exchange/imports.ts'
import { officeRoutes } from './routes/office/index.ts'
import { STATUTES_FILE } from './routes/office/statutes/versions.ts'
import { publicRoutes, welcomeRoutes } from './routes/public/index.ts'
import { openDataRoutes } from './routes/public/exchange/open_data.ts'
import {
  keepFormOverSignIn,
  resumeAfterBadToken,
  resumeRoutes,
  resumeWithoutControls,
} from './routes/public/accounts/resume.ts'
import { houseFrom } from './routes/web/house.ts'
import { securityHeaders } from './routes/web/security.ts'
import { readSecrets } from './routes/web/secrets.ts'
import { limitSessions, sessions } from './routes/web/sessions.ts'
import { authenticator, signInRoutes } from './routes/public/accounts/sign_in.ts'
import { uploads } from './routes/web/uploads.ts'
import { serveAssets } from './routes/web/assets.ts'

export interface Parts {
  db: Db
  config: Config
  clock: Clock
  council: CouncilName
  log?: Logger
}

/** Routes that need no settings are made once, and serve every app of a process. */
const withoutSettings = {
  openData: openDataRoutes(),
  progress: progressRoutes(),
  welcome: welcomeRoutes(),
  resume: resumeRoutes(),
  office: officeRoutes(),
}

/** The order of the middleware is part of what the app promises, so server and tests share it. */
export function createApp({
  db,
  config,
  clock,
  council,
  log = pino({ level: config.logLevel }),
}: Parts): Express {
  const app = express()
  const people = authenticator(db)
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  const house = houseFrom(config, council, log)
  app.use((req, _res, next) => {
    Object.assign(req, { db, clock, house, answers: freshFrom(db) })
    next()
  })
  app.use(withoutSettings.openData)
  app.use(withoutSettings.progress)
  app.use(chooseLanguage)
  app.use(securityHeaders(config))
  serveAssets(app)
  app.use(refuseForeignForms)
  app.use(readSecrets(KEY_SLIPS))
  app.use(express.urlencoded({ extended: false, limit: '200kb' }))
  app.use(keepTyped)
  app.use(refuseControls)
  app.use(boothRoutes(config, log))
  app.use(publicRoutes(config))
  app.use(sessions(db, config))
  app.use(limitSessions(config))
  app.use(people.session())
  app.use(uploads(...ROLL_UPLOADS, PHOTO_FILE, IMPORT_FILE, STATUTES_FILE))
  app.use(offerToken)
  app.use(keepFormOverSignIn)
  app.use(protectForms(resumeAfterBadToken))
  app.use(askAgainWithoutControls(resumeWithoutControls))
  app.use(signInRoutes(config, people))
  app.use(withoutSettings.welcome)
  app.use(withoutSettings.resume)
  app.use(withoutSettings.office)
  app.use(notFound)
  app.use(errorPages(log))
  return app
}
