import type { Request } from 'express'
import { validationResult } from 'express-validator'
import { type IsoDate, parseDate } from '../../models/core/dates.ts'
import type { Again } from './forms.ts'
import type { FieldError } from '../../views/locals.ts'

export interface AskedDay {
  /** undefined when no day is asked for, or when it cannot be read. */
  day: IsoDate | undefined
  /** When the day cannot be read: what was typed, and a sentence. */
  refused: Partial<Again>
}

/** Empty when the field is missing or given twice. */
export function typedIn(req: Request, field: string): string {
  const typed = req.query[field]
  return typeof typed === 'string' ? typed : ''
}

/** Needs the checks of the query on the route line. */
export function queryErrors(req: Request): FieldError[] {
  return validationResult(req)
    .array({ onlyFirstError: true })
    .map((error) => ({
      field: error.type === 'field' ? error.path : undefined,
      message: req.t(error.msg as string),
      check: true,
    }))
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
