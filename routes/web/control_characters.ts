import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { NotFound, Unreadable } from '../../models/core/errors.ts'
import { paths } from '../../views/paths.ts'

/** C0 without tab and line ends, and DEL: no text needs them, and not both engines can store NUL. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/ // eslint-disable-line no-control-regex -- they are what is looked for

/** Also finds them beside an escape that cannot be decoded. */
const ENCODED_CONTROL = /%(?:0[0-8bcef]|1[0-9a-f]|7f)/i
const EVERY_CONTROL = new RegExp(CONTROLS.source, 'g')

type Fields = Record<string, string | string[] | undefined>

/**
 * Refuses control characters in an address's query and in a form's fields; a path with one is no page. A form of the
 * office is cleaned and marked, for `askAgainWithoutControls`; the booth refuses by its own page.
 */
export function refuseControls(req: Request, _res: Response, next: NextFunction): void {
  const [path = '', ...query] = req.originalUrl.split('?')
  if (ENCODED_CONTROL.test(path)) {
    next(new NotFound('page'))
    return
  }
  if (ENCODED_CONTROL.test(query.join('?'))) {
    next(new Unreadable('query'))
    return
  }
  cleanForm(req)
  const asksAgain = [paths.office, paths.boothDoor].some(
    (door) => req.path === door || req.path.startsWith(`${door}/`),
  )
  next(req.hadControls === true && !asksAgain ? new Unreadable('form') : undefined)
}

/** Marks the request when a field held control characters. */
export function cleanForm(req: Request): void {
  const body = req.body as Fields | undefined
  if (body === undefined || !hasControls(Object.entries(body).flat(2).join(''))) return
  req.hadControls = true
  const clean = Object.fromEntries(
    Object.entries(body).map(([name, value]) => [withoutControls(name), cleanValue(value)]),
  )
  req.body = clean
  req.typed = { ...clean }
}

/** Stands behind the check of the form's token, since `askAgain` shows what was typed. */
export function askAgainWithoutControls(askAgain: RequestHandler): RequestHandler {
  return (req, res, next) => {
    if (req.file && hasControls(req.file.originalname)) {
      next(new Unreadable('file'))
    } else if (req.hadControls !== true) {
      next()
    } else if (req.user && !req.file) {
      void askAgain(req, res, next)
    } else {
      next(new Unreadable('form'))
    }
  }
}

function hasControls(text: string): boolean {
  return CONTROLS.test(text)
}

function cleanValue(value: string | string[] | undefined): string | string[] | undefined {
  return Array.isArray(value)
    ? value.map(withoutControls)
    : value === undefined
      ? undefined
      : withoutControls(value)
}

function withoutControls(text: string): string {
  return text.replace(EVERY_CONTROL, '')
}
