import type { Request } from 'express'
import { validationResult } from 'express-validator'
import { parseDate, type IsoDate } from '../../models/core/dates.ts'
import type { Again } from './forms.ts'

export interface AskedDay {
  /** The day of `?dato=`; undefined when none is asked for or it cannot be read. */
  day: IsoDate | undefined
  /** What the page shows besides when the day cannot be read: what was typed, and a sentence. */
  refused: Partial<Again>
}

/** Reads `?dato=` on a route with `dateQuery` on its line. */
export function askedDay(req: Request): AskedDay {
  const { dato } = req.query
  const typed = typeof dato === 'string' ? dato : ''
  if (validationResult(req).isEmpty()) return { day: parseDate(typed), refused: {} }
  return { day: undefined, refused: refusedDay(typed, req.t('invalid.no_such_day')) }
}

/** A page that asks for a day again, with what was typed and why it will not do. */
export function refusedDay(typed: string, message: string): Again {
  return { status: 422, errors: [{ field: 'dato', message }], values: { dato: typed } }
}
