import type { Request } from 'express'
import { body, query, validationResult, type ValidationChain } from 'express-validator'
import { formatShortDate, parseTime, type Clock, type IsoDate } from '../../models/core/dates.ts'
import { readTypedDay, type Meant } from '../../models/core/typed_days.ts'
import type { FieldError } from '../../views/locals.ts'
import { read, typed, type Read } from './form_shape.ts'
import type { Again } from './forms.ts'

/** Accepts the ways in which people write a day (`readTypedDay`); becomes an IsoDate. */
export function date<Name extends string>(field: Name, meant?: Meant): Read<Name, IsoDate> {
  return readable(typed(field), meant).bail().customSanitizer(dayIn(meant))
}

export function optionalDate<Name extends string>(
  field: Name,
  meant?: Meant,
): Read<Name, IsoDate | undefined> {
  return readable(body(field).optional({ values: 'falsy' }), meant)
    .bail()
    .customSanitizer(dayIn(meant))
}

/** For days in an address, which whoever reads them turns into days once more: they cannot be stored in the request. */
export function readable(chain: ValidationChain, meant?: Meant): ValidationChain {
  return chain
    .custom((text: unknown, { req }: Asked) => dayOf(text, req, meant) !== undefined)
    .withMessage('invalid.no_such_day')
}

export interface Asked {
  req: { body?: unknown; clock?: Clock; guessed?: Map<string, IsoDate> }
  path: string
}

function dayIn(meant: Meant | undefined) {
  return (text: unknown, { req, path }: Asked): IsoDate | undefined => {
    const read = dayOf(text, req, meant)
    if (read?.guessed) (req.guessed ??= new Map()).set(path, read.day)
    return read?.day
  }
}

function dayOf(text: unknown, { clock }: Asked['req'], meant: Meant | undefined) {
  return typeof text === 'string' && clock ? readTypedDay(text, clock.today(), meant) : undefined
}

/** Becomes `HH.MM`. */
export function time<Name extends string>(field: Name): Read<Name, string> {
  return read(typed(field), parseTime, 'invalid.no_such_time')
}

/** An empty field becomes undefined. */
export function optionalTime<Name extends string>(field: Name): Read<Name, string | undefined> {
  return read(body(field).optional({ values: 'falsy' }), parseTime, 'invalid.no_such_time')
}

export function dayQuery(field: string): ValidationChain {
  return readable(query(field).optional({ values: 'falsy' }))
}

export const dateQuery = dayQuery('dato')

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

/** `dato` as it was typed in the address; the day itself when a form sends the day that its page had settled. */
export function typedDay(req: Request, day: IsoDate | undefined): string {
  return typedIn(req, 'dato') || (day ? formatShortDate(day) : '')
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

/** A day that is typed, as the check of its field reads it; undefined for none, and for what is no day. */
export function dayFrom(req: Request, typed: unknown, meant?: Meant): IsoDate | undefined {
  return typeof typed === 'string' ? readTypedDay(typed, req.clock.today(), meant)?.day : undefined
}

/** Needs `dateQuery` on the route line. */
export function askedDay(req: Request): AskedDay {
  const { dato } = req.query
  const typed = typeof dato === 'string' ? dato : ''
  if (validationResult(req).isEmpty()) return { day: dayFrom(req, typed), refused: {} }
  return { day: undefined, refused: refusedDay(typed, req.t('invalid.no_such_day')) }
}

export function refusedDay(typed: string, message: string): Again {
  return { status: 422, errors: [{ field: 'dato', message }], values: { dato: typed } }
}
