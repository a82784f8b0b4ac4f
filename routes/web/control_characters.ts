import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { NotFound, Unreadable } from '../../models/core/errors.ts'
import { paths } from '../../views/paths.ts'

/**
 * Every C0 control character but tab and line ends, and DEL. No database stores NUL in a text on both engines, and nothing
 * that people write has one of the others.
 */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/ // eslint-disable-line no-control-regex -- they are what is looked for

/** The control characters as they stand in an address, also beside an escape that cannot be decoded. */
const ENCODED_CONTROL = /%(?:0[0-8bcef]|1[0-9a-f]|7f)/i
const EVERY_CONTROL = new RegExp(CONTROLS.source, 'g')

type Fields = Record<string, string | string[] | undefined>

/**
 * Refuses control characters at the door, in the query of an address and in the fields of a form; a path with one is no
 * page. A form of the office is cleaned and marked, so that `askAgainWithoutControls` can show what was typed once its sender
 * is known; the booth refuses by its own page.
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

/** Takes control characters out of what a form brought, and marks the request when there were any. */
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

/** Lets `askAgain` show a form without its control characters, to be sent again. Stands behind the check of the form's token. */
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
