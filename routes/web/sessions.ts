import { ConnectSessionKnexStore } from 'connect-session-knex'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import session, { type SessionData } from 'express-session'
import type { Config } from '../../config.ts'
import { instantAt } from '../../models/core/dates.ts'
import type { Db } from '../../models/core/db.ts'

type Reply = (error?: unknown, session?: SessionData | null) => void

/** Written this seldom: a write at every request would cost as much as the page itself. */
const SEEN_EVERY_MS = 5 * 60_000

/**
 * The library's store passes a fault to the callback and throws it again, which would end the process when the database
 * goes away. It also writes at every request; `keepSeen` does that instead.
 */
class SessionStore extends ConnectSessionKnexStore {
  constructor(...options: ConstructorParameters<typeof ConnectSessionKnexStore>) {
    super(...options)
    // The store looks for its table at once. A request that needs it gets the fault from get or set.
    this.ready.catch(() => undefined)
  }
  override async get(sid: string, reply: Reply): Promise<SessionData | null> {
    return super.get(sid, reply).catch(() => null)
  }
  override async set(sid: string, data: SessionData, reply?: Reply): Promise<void> {
    await super.set(sid, data, reply).catch(() => undefined)
  }
  override async destroy(sid: string, reply?: Reply): Promise<number> {
    return super.destroy(sid, reply).catch((): number => 0)
  }
  override touch(_sid: string, _data: SessionData, reply?: Reply): Promise<void> {
    reply?.()
    return Promise.resolve()
  }
}

/** Sessions are in the database, so that several processes share them and a restart signs no user out. */
export function sessions(db: Db, config: Config): RequestHandler {
  let handler: RequestHandler | undefined
  // The store looks for its table when it is made. So it is made for the first request.
  return (req, res, next) => {
    handler ??= sessionsIn(new SessionStore({ knex: db, createTable: false, cleanupInterval: 0 }), config)
    return handler(req, res, next)
  }
}

function sessionsIn(store: SessionStore, config: Config): RequestHandler {
  return session({
    name: 'raadsbogen',
    secret: config.sessionSecrets,
    store,
    resave: false,
    saveUninitialized: false,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: config.secureCookies,
      maxAge: config.session.absoluteHours * 3_600_000,
    },
  })
}

/** Signs a user out after too long away, or too long since signing in. Times come from the app's clock. */
export function limitSessions(config: Config): RequestHandler {
  const idleMs = config.session.idleMinutes * 60_000
  const absoluteMs = config.session.absoluteHours * 3_600_000
  return (req: Request, _res: Response, next: NextFunction) => {
    const { signedInAt, seenAt } = req.session
    if (signedInAt === undefined || seenAt === undefined) {
      next()
      return
    }
    const now = Date.parse(req.clock.now())
    if (now - Date.parse(seenAt) > idleMs || now - Date.parse(signedInAt) > absoluteMs) {
      req.session.regenerate(next)
      return
    }
    const isOld = now - Date.parse(seenAt) > Math.min(SEEN_EVERY_MS, idleMs / 4)
    if (isOld) req.session.seenAt = req.clock.now()
    if (isOld || req.session.endsAt === undefined) {
      const seen = Date.parse(req.session.seenAt ?? seenAt)
      req.session.endsAt = instantAt(Math.min(seen + idleMs, Date.parse(signedInAt) + absoluteMs))
    }
    next()
  }
}
