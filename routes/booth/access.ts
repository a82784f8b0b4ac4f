import type { NextFunction, Request, Response } from 'express'
import { findBooth } from '../../models/elections/booth/pairing.ts'
import type { BoothRow } from '../../models/elections/booth/tables.ts'
import type { Guard } from '../web/access.ts'
import { paths } from '../../views/paths.ts'
import { showEnded } from './show.ts'

/** The tablet's own cookie. It is no session: nothing is stored for it but its hash in the booth's row. */
export const BOOTH_COOKIE = 'stemmeboks'

/** What a paired tablet shows of itself; an empty text where there is none. */
export function tokenOf(req: Request): string {
  const found = new RegExp(`(?:^|;\\s*)${BOOTH_COOKIE}=([\\w-]{1,100})`).exec(req.headers.cookie ?? '')
  return found?.[1] ?? ''
}

/** Only for a tablet that is paired now. Where somebody asks for a page, they are led to where it can be paired. */
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

/** The same where the act itself asks for the token in the statement that writes, so that it is looked up only once. */
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
