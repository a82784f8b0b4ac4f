import type { NextFunction, Request, RequestHandler, Response, Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import type { Config } from '../../config.ts'
import { type BoothRow, CODE_MINUTES, findBooth, pairBooth } from '../../models/elections/index.ts'
import { showEnded } from './show.ts'
import { looksOf } from './typed.ts'
import { form, text } from '../web/fields.ts'
import { anyone, type Guard, paths, show, type Shown, shows, submits } from '../web/index.ts'

/** A tablet is paired the day before, and people may vote on several days. */
const PAIRED_FOR_MS = 31 * 86_400_000

const pairingForm = form(text('code', 20))

/** Not a session: only its hash is stored, in the booth's row. */
export const BOOTH_COOKIE = 'stemmeboks'

/** Empty for a tablet that is not paired. */
export function tokenOf(req: Request): string {
  const found = new RegExp(`(?:^|;\\s*)${BOOTH_COOKIE}=([\\w-]{1,100})`).exec(req.headers.cookie ?? '')
  return found?.[1] ?? ''
}

/** Leads a tablet that is not paired to where it can be. */
export const booth: Guard = Object.assign(
  async (req: Request, res: Response, next: NextFunction) => {
    const token = tokenOf(req)
    const found = token === '' ? undefined : await findBooth(req.db, token)
    if (found) {
      res.locals.booth = found
      next()
    } else {
      turnAway(req, res)
    }
  },
  { guard: 'booth' as const },
)

/** Checks only that the tablet shows a token: the act behind the route looks it up, so that this is done once. */
export const boothToken: Guard = Object.assign(
  (req: Request, res: Response, next: NextFunction) => {
    if (tokenOf(req) === '') turnAway(req, res)
    else next()
  },
  { guard: 'booth' as const },
)

export function boothOf(res: Response): BoothRow {
  const found = res.locals.booth as BoothRow | undefined
  if (!found) throw new Error('the route has no guard')
  return found
}

function turnAway(req: Request, res: Response): void {
  if (req.method === 'GET' && req.path === paths.boothDoor) res.redirect(303, paths.boothPairing)
  else showEnded(req, res, 'unpaired', 401)
}

export function pairingRoutes(router: Router, config: Config): void {
  router.get(paths.boothPairing, anyone, shows(showPairing))
  router.post(
    paths.boothPairing,
    anyone,
    limitTries(config.signInLimit),
    submits(pairingForm, {
      act: (req, { code }) => pairBooth(req.db, { clock: req.clock, keys: req.house.keys }, code),
      again: showPairing,
      answer: (_req, res, { token }) => {
        res.cookie(BOOTH_COOKIE, token, {
          httpOnly: true,
          sameSite: 'strict',
          secure: config.secureCookies,
          path: paths.boothDoor,
          maxAge: PAIRED_FOR_MS,
        })
        res.redirect(303, paths.boothDoor)
      },
    }),
  )
}

function showPairing(req: Request, res: Response, shown: Shown = {}): void {
  const page = { looks: looksOf({}) }
  show(req, res, 'booth/pairing', { title: req.t('booth.pairing.title'), page, ...shown })
}

/** Limits wrong codes from one address within the life of a code, so that a million cannot be tried. */
function limitTries(limit: number): RequestHandler {
  return rateLimit({
    windowMs: CODE_MINUTES * 60_000,
    limit,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (req, res) => {
      const errors = [{ message: req.t('booth.pairing.tries_used') }]
      showPairing(req, res, { status: 429, errors, values: {} })
    },
  })
}
