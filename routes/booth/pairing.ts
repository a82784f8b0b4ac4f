import type { Request, RequestHandler, Response, Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import type { Config } from '../../config.ts'
import { CODE_MINUTES, pairBooth } from '../../models/elections/index.ts'
import { type Again, anyone, paths, show, submit } from '../web/index.ts'
import { form, text } from '../web/fields.ts'
import { BOOTH_COOKIE } from './access.ts'
import { looksOf } from './show.ts'

const DAY_MS = 86_400_000

const pairingForm = form(text('code', 20))

export function pairingRoutes(router: Router, config: Config): void {
  router.get(paths.boothPairing, anyone, (req, res) => showPairing(req, res))
  router.post(
    paths.boothPairing,
    anyone,
    limitTries(config.signInLimit),
    pairingForm,
    async (req: Request, res: Response) => {
      await submit(req, res, pairingForm, {
        act: ({ code }) => pairBooth(req.db, req.clock, code),
        again: (shown) => showPairing(req, res, shown),
        answer: ({ token }) => {
          res.cookie(BOOTH_COOKIE, token, {
            httpOnly: true,
            sameSite: 'strict',
            secure: config.secureCookies,
            path: paths.boothDoor,
            maxAge: DAY_MS,
          })
          res.redirect(303, paths.boothDoor)
        },
      })
    },
  )
}

function showPairing(req: Request, res: Response, shown: Partial<Again> = {}): void {
  const page = { looks: looksOf({}) }
  show(req, res, 'booth/pairing', { title: req.t('booth.pairing.title'), layout: 'booth', page, ...shown })
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
