import type { NextFunction, Request, Response } from 'express'
import type { Looks } from '../../views/booth/screen.ts'
import { translatorFor } from '../web/i18n.ts'

const SIZES = [0, 1, 2] as const

/**
 * How the form says that the ballot is shown, Danish and plain when it says nothing; with the one thing that was just
 * pressed. It travels in the form and nowhere else, so it ends with the voter.
 */
export function looksOf(typed: Request['typed']): Looks {
  const [name, value] = textOf(typed.set).split(':')
  const said = {
    ...typed,
    ...(name === 'lang' || name === 'size' || name === 'contrast' ? { [name]: value } : {}),
  }
  return {
    lang: said.lang === 'en' ? 'en' : 'da',
    size: SIZES.find((size) => String(size) === said.size) ?? 0,
    contrast: said.contrast === '1',
  }
}

/** A booth speaks the voter's language, whatever the tablet was set to before. */
export function speakAsAsked(req: Request, _res: Response, next: NextFunction): void {
  const { lang } = looksOf(req.typed)
  req.lang = lang
  req.t = translatorFor(lang)
  next()
}

export function textOf(typed: string | string[] | undefined): string {
  return typeof typed === 'string' ? typed : ''
}
