import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import passport from 'passport'
import { Strategy } from 'passport-local'
import type { Config } from '../../../config.ts'
import * as accounts from '../../../models/accounts/index.ts'
import type { Db } from '../../../models/core/index.ts'
import { anyone, localAddress, paths, requires, show } from '../../web/index.ts'
import { resumeFrom } from './kept_form.ts'

/** One for each app, so that two apps in one process do not share people. */
export function authenticator(db: Db): passport.PassportStatic {
  const authenticator = new passport.Passport() as unknown as passport.PassportStatic
  authenticator.use(
    new Strategy({ usernameField: 'email', passwordField: 'password' }, (email, password, done) => {
      accounts.signIn(db, email, password).then((user) => {
        done(null, user ?? false)
      }, done)
    }),
  )
  authenticator.serializeUser(
    (req: Request, user: Express.User, done: (error: unknown, stored?: accounts.SessionUser) => void) => {
      accounts.passwordVersionOf(db, user.id).then((version) => {
        done(null, accounts.sealSession(req.house.keys, req.sessionID, { id: user.id, version }))
      }, done)
    },
  )
  authenticator.deserializeUser(
    (
      req: Request,
      stored: accounts.SessionUser,
      done: (error: unknown, user?: accounts.SignedIn | false) => void,
    ) => {
      const { id, version } = stored
      if (!accounts.isSessionOf(req.house.keys, req.sessionID, stored)) {
        done(null, false)
        return
      }
      req.answers
        .get(`account:${id}:${version}`, () => accounts.findSignedIn(db, id, version))
        .then((user) => {
          done(null, user ?? false)
        }, done)
    },
  )
  return authenticator
}

export function signInRoutes(config: Config, authenticator: passport.PassportStatic): Router {
  const router = express.Router()
  router.get(paths.signIn, anyone, (req, res) => {
    if (req.user) {
      res.redirect(303, localAddress(req.query.retur) ?? paths.office)
      return
    }
    showSignIn(req, res)
  })
  router.post(paths.signIn, anyone, limitTries(config), (req, res, next) => {
    const verify = authenticator.authenticate('local', (error: unknown, user?: accounts.SignedIn | false) => {
      if (error) {
        next(error)
      } else if (!user) {
        showSignIn(req, res, { status: 422, errors: [{ field: 'email', message: req.t('sign_in.wrong') }] })
      } else {
        enter(req, res, user).catch(next)
      }
    }) as RequestHandler
    void verify(req, res, next)
  })
  router.post(paths.signOut, requires('office.enter'), (req, res, next) => {
    req.logout((error) => {
      if (error) {
        next(error)
        return
      }
      req.session.destroy(() => {
        res.redirect(303, paths.front)
      })
    })
  })
  return router
}

function limitTries(config: Config): RequestHandler {
  return rateLimit({
    windowMs: 10 * 60_000,
    limit: config.signInLimit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (req, res) => {
      show(req, res, 'errors/too_many', { title: req.t('errors.too_many.title'), status: 429 })
    },
  })
}

/** A new session id; only what has to survive is carried over. */
async function enter(req: Request, res: Response, user: accounts.SignedIn): Promise<void> {
  const resume = resumeFrom(req)
  const back = localAddress(req.typed.retur) ?? paths.office
  await startSession(req, user)
  if (resume) req.session.resume = resume
  res.redirect(303, resume ? paths.resume : back)
}

/** Ends the session that was. */
export async function startSession(req: Request, user: accounts.SignedIn): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    req.logIn(user, (error) => {
      if (error) reject(error as Error)
      else resolve()
    })
  })
  req.session.signedInAt = req.clock.now()
  req.session.seenAt = req.clock.now()
}

/** Carries along what was being sent when the session had run out. */
export function showSignIn(
  req: Request,
  res: Response,
  shown: { status?: number; errors?: { field: string; message: string }[] } = {},
): void {
  const kept = resumeFrom(req)
  show(req, res, 'public/accounts/sign_in', {
    title: req.t('sign_in.title'),
    status: shown.status ?? 200,
    errors: shown.errors ?? [],
    values: { email: req.typed.email },
    page: {
      returnTo: localAddress(req.query.retur ?? req.typed.retur) ?? paths.office,
      kept: kept ? JSON.stringify(kept) : undefined,
    },
  })
}
