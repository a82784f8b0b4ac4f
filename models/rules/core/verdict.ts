import { formatDate, parseDate, type IsoDate, type Locale } from '../../core/dates.ts'

export type Params = Record<string, string | number>

export interface Refusal<R extends string> {
  ok: false
  reason: R
  params?: Params
  field?: string
}

/** The answer of a rule to "may this be done?". Every reason has its sentence in the locales under `refusals`. */
export type Verdict<R extends string> = { ok: true } | Refusal<R>

export const allowed: { ok: true } = { ok: true }

/** A refusal. `params` fill in its sentence (days as IsoDate); `field` is the form field that is wrong. */
export function refused<R extends string>(reason: R, params?: Params, field?: string): Refusal<R> {
  return { ok: false, reason, ...(params && { params }), ...(field !== undefined && { field }) }
}

/** The first refusal of the checks, or `allowed`. */
export function firstRefusal<R extends string>(...verdicts: Verdict<R>[]): Verdict<R> {
  return verdicts.find((verdict) => !verdict.ok) ?? allowed
}

/** The params of a refusal for its sentence: every IsoDate is written out, as in "21. september 2020". */
export function paramsInWords(params: Params | undefined, locale: Locale): Params {
  const entries = Object.entries(params ?? {}).map(([name, value]) => [name, inWords(value, locale)] as const)
  return Object.fromEntries(entries)
}

function inWords(value: string | number, locale: Locale): string | number {
  const text = String(value)
  return isIsoDay(text) ? formatDate(text, locale) : value
}

function isIsoDay(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDate(text) !== undefined
}
