import type { NextFunction, Request, Response } from 'express'
import i18next, { type TFunction } from 'i18next'
import { LOCALES, type Locale } from '../../models/core/dates.ts'
import { recordFrom } from '../../models/core/records.ts'
import type { Translate } from '../../views/reader.ts'
import { addressInLanguage } from './return_address.ts'
import { readTexts } from '../../views/texts.ts'

export { LOCALES }

const COOKIE = 'sprog'
const YEAR_MS = 365 * 86_400_000

let missing = (key: string): string => key

/** For tests, which fail where a text is not there. A reader is better off with its key than without the page. */
export function answerMissingTexts(answer: (key: string) => string): void {
  missing = answer
}

const i18n = i18next.createInstance()
void i18n.init({
  resources: Object.fromEntries(LOCALES.map((lang) => [lang, { translation: readTexts(lang) }])),
  lng: 'da',
  fallbackLng: false,
  initAsync: false,
  // EJS escapes what it prints: escaped here as well, readers would see &amp;.
  interpolation: { escapeValue: false },
  returnNull: false,
  parseMissingKeyHandler: (key) => missing(key),
})

const translators = recordFrom(LOCALES, (lang) => fillIn(lang, i18n.getFixedT(lang)))

/** Fills `{{name}}` in by hand: i18next's own filling costs more than the rest of a page. A missing text comes out as its key. */
function fillIn(lang: Locale, translate: TFunction): Translate {
  const plural = new Intl.PluralRules(lang)
  const texts = new Map<string, string>()
  return (key, params) => {
    const count = typeof params?.count === 'number' ? params.count : undefined
    const form = count === undefined ? key : `${key} ${count === 0 ? 'zero' : plural.select(count)}`
    let text = texts.get(form)
    if (text === undefined) {
      text = translate(key, { ...(count === undefined ? {} : { count }), skipInterpolation: true })
      texts.set(form, text)
    }
    return params
      ? text.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => filling(params[name]) ?? hole)
      : text
  }
}

function filling(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

export function translatorFor(lang: Locale): Translate {
  return translators[lang]
}

export function hasText(lang: Locale, key: string): boolean {
  return i18n.exists(key, { lng: lang })
}

/** Danish unless `?sprog=en` asks otherwise; the choice is kept in a cookie and taken out of the address. */
export function chooseLanguage(req: Request, res: Response, next: NextFunction): void {
  const asked = asLocale(req.query.sprog)
  if (asked && req.method === 'GET') {
    res.cookie(COOKIE, asked, { maxAge: YEAR_MS, sameSite: 'lax', httpOnly: true, secure: req.secure })
    res.redirect(303, addressInLanguage(req.originalUrl, undefined))
    return
  }
  req.lang = asLocale(/(?:^|;\s*)sprog=(\w+)/.exec(req.headers.cookie ?? '')?.[1]) ?? 'da'
  req.t = translatorFor(req.lang)
  next()
}

function asLocale(text: unknown): Locale | undefined {
  return LOCALES.find((lang) => lang === text)
}
