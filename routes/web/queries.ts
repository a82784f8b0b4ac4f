import type { Request } from 'express'
import { validationResult } from 'express-validator'
import type { FieldError } from '../../views/locals.ts'

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
