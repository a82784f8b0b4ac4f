import type { Request } from 'express'
import { query, type ValidationChain } from 'express-validator'
import { formatDate, parseDate, type IsoDate } from '../../../models/core/dates.ts'
import { listTerms } from '../../../models/council/terms.ts'
import { daysToCompare } from '../../../models/council/history/roster_difference.ts'
import { runsBackwards } from '../../../models/rules/core/spans.ts'
import { queryErrors, typedIn } from '../../web/queries.ts'
import type { Rendering } from '../../web/views.ts'

export const daysQuery: readonly ValidationChain[] = [day('fra'), day('til')]

function day(field: string): ValidationChain {
  return query(field)
    .optional({ values: 'falsy' })
    .custom((typed: unknown) => typeof typed === 'string' && parseDate(typed) !== undefined)
    .withMessage('invalid.no_such_day')
}

export interface AskedDays {
  from: IsoDate
  until: IsoDate
  shown: Pick<Rendering, 'status' | 'errors' | 'values'>
}

/** Falls back on the proposed days when one is left out, or, with a sentence, when they cannot be used. */
export async function askedDays(req: Request): Promise<AskedDays> {
  const terms = await listTerms(req.db)
  const proposed = daysToCompare(terms, req.clock.today())
  const typed = { fra: typedIn(req, 'fra'), til: typedIn(req, 'til') }
  const errors = queryErrors(req)
  if (errors.length > 0) return { ...proposed, shown: { status: 422, errors, values: typed } }
  const until = parseDate(typed.til) ?? proposed.until
  const from = parseDate(typed.fra) ?? daysToCompare(terms, until).from
  const values = { fra: from, til: until }
  if (!runsBackwards({ starts_on: from, ends_on: until })) return { from, until, shown: { values } }
  const days = { from: formatDate(from, req.lang), to: formatDate(until, req.lang) }
  const message = req.t('history.differences.backwards', days)
  return {
    ...proposed,
    shown: { status: 422, errors: [{ field: typed.til === '' ? 'fra' : 'til', message }], values: typed },
  }
}
