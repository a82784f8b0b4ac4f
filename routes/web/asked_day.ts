import type { Request } from 'express'
import { validationResult } from 'express-validator'
import { parseDate, type IsoDate } from '../../models/core/dates.ts'
import type { Again } from './forms.ts'

export interface AskedDay {
  /** undefined when no day is asked for, or when it cannot be read. */
  day: IsoDate | undefined
  /** When the day cannot be read: what was typed, and a sentence. */
  refused: Partial<Again>
}

/** Needs `dateQuery` on the route line. */
export function askedDay(req: Request): AskedDay {
  const { dato } = req.query
  const typed = typeof dato === 'string' ? dato : ''
  if (validationResult(req).isEmpty()) return { day: parseDate(typed), refused: {} }
  return { day: undefined, refused: refusedDay(typed, req.t('invalid.no_such_day')) }
}

export function refusedDay(typed: string, message: string): Again {
  return { status: 422, errors: [{ field: 'dato', message }], values: { dato: typed } }
}
