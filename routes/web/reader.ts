import type { Request } from 'express'
import { canOf } from '../../models/accounts/permissions.ts'
import type { Reader } from '../../views/reader.ts'

export function readerOf(req: Request): Reader {
  return { t: req.t, lang: req.lang, can: canOf(req.user), today: req.clock.today() }
}
