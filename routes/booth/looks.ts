import type { NextFunction, Request, Response } from 'express'
import type { Looks } from '../../views/booth/screen.ts'
import { translatorFor } from '../web/i18n.ts'

const SIZES = [0, 1, 2] as const

/** The looks travel in the form alone, so that they end with the voter. Without any the ballot is Danish and plain. */
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

/** The voter's language, not the tablet's. */
export function speakAsAsked(req: Request, _res: Response, next: NextFunction): void {
  const { lang } = looksOf(req.typed)
  req.lang = lang
  req.t = translatorFor(lang)
  next()
}

export function textOf(typed: string | string[] | undefined): string {
  return typeof typed === 'string' ? typed : ''
}
