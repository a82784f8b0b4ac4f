import type { NextFunction, Request, Response } from 'express'
import type { Locale } from '../../models/core/dates.ts'
import { translatorFor } from '../web/i18n.ts'

/** The size of the text: as it is, larger, largest. */
export const SIZES = [0, 1, 2] as const

/** How a voter wants the ballot shown. It travels in the form and nowhere else, so it ends with the voter. */
export interface Looks {
  lang: Locale
  size: (typeof SIZES)[number]
  contrast: boolean
}

type Typed = Request['typed']

/** What the form says, Danish and plain where it says nothing; with the one thing that was just pressed. */
export function looksOf(typed: Typed): Looks {
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
