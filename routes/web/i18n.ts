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

const i18n = i18next.createInstance()
void i18n.init({
  resources: Object.fromEntries(LOCALES.map((lang) => [lang, { translation: readTexts(lang) }])),
  lng: 'da',
  fallbackLng: false,
  initAsync: false,
  // EJS escapes what it prints; escaping here as well would show &amp; to people.
  interpolation: { escapeValue: false },
  returnNull: false,
})

const translators = recordFrom(LOCALES, (lang) => fillIn(lang, i18n.getFixedT(lang)))

/**
 * i18next chooses each text, with its plural form, once; what it takes to fill `{{name}}` in every time would cost
 * more than the rest of a page, so that is done here. A missing key is a mistake and says so.
 */
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

/** The texts in one language. */
export function translatorFor(lang: Locale): Translate {
  return translators[lang]
}

/** Is there a text with this key? */
export function hasText(lang: Locale, key: string): boolean {
  return i18n.exists(key, { lng: lang })
}

/** Chooses the language: `?sprog=en` is remembered in a cookie and taken out of the address; Danish otherwise. */
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
