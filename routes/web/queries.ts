import type { Request } from 'express'
import { validationResult } from 'express-validator'
import type { FieldError } from '../../views/locals.ts'

/** What was typed in a field of the address; empty when nothing was, or more than one thing. */
export function typedIn(req: Request, field: string): string {
  const typed = req.query[field]
  return typeof typed === 'string' ? typed : ''
}

/** A sentence for each field of the address that cannot be read; the route has the checks on its line. */
export function queryErrors(req: Request): FieldError[] {
  return validationResult(req)
    .array({ onlyFirstError: true })
    .map((error) => ({
      field: error.type === 'field' ? error.path : undefined,
      message: req.t(error.msg as string),
      check: true,
    }))
}
