import type { NextFunction, Request, Response } from 'express'
import { type BoothRow, findBooth } from '../../models/elections/index.ts'
import { type Guard, paths } from '../web/index.ts'
import { showEnded } from './show.ts'

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
