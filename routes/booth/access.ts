import type { NextFunction, Request, Response } from 'express'
import { findBooth } from '../../models/elections/booth/pairing.ts'
import type { BoothRow } from '../../models/elections/booth/tables.ts'
import type { Guard } from '../web/access.ts'
import { paths } from '../../views/paths.ts'
import { showEnded } from './show.ts'

/** The tablet's own cookie. It is no session: nothing is stored for it but its hash in the booth's row. */
export const BOOTH_COOKIE = 'stemmeboks'

/** The token by which a paired tablet is known; an empty text for a tablet that is not paired. */
export function tokenOf(req: Request): string {
  const found = new RegExp(`(?:^|;\\s*)${BOOTH_COOKIE}=([\\w-]{1,100})`).exec(req.headers.cookie ?? '')
  return found?.[1] ?? ''
}

/** Lets a tablet in that is paired now. Another one is led to where it can be paired. */
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

/** Lets a tablet in that shows a token. The act behind the route looks the token up, so that it is done only once. */
export const boothToken: Guard = Object.assign(
  (req: Request, res: Response, next: NextFunction) => {
    if (tokenOf(req) === '') turnAway(req, res)
    else next()
  },
  { guard: 'booth' as const },
)

/** The booth behind a guarded route. */
export function boothOf(res: Response): BoothRow {
  const found = res.locals.booth as BoothRow | undefined
  if (!found) throw new Error('the route has no guard')
  return found
}

/** Says that this tablet is not paired (any more). */
export function turnAway(req: Request, res: Response): void {
  if (req.method === 'GET' && req.path === paths.boothDoor) res.redirect(303, paths.boothPairing)
  else showEnded(req, res, 'unpaired', 401)
}
