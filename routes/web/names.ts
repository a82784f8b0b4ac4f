import ejs from 'ejs'
import type { Request } from 'express'
import { knownNames, NO_NAMES, type KnownNames } from '../../views/name_marks.ts'

/** As they stand in what the templates print. */
export function namesInHtml(names: Iterable<string>, known: KnownNames = NO_NAMES): KnownNames {
  return knownNames(names, ejs.escapeXML, known)
}

/** For names that one page has alone: voters', who are too many to know, and those whom visitors meet nowhere else. */
export function alsoName(req: Request, names: Iterable<string>): void {
  req.names = namesInHtml(names, req.names)
}
