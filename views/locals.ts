import type { Can } from '../models/accounts/permissions.ts'
import type { IsoDate, Locale } from '../models/core/dates.ts'

declare const made: unique symbol

/** The only text that a template prints unescaped. */
export type Markup = string & { readonly [made]: true }

/** A hole that nothing fills would be seen by readers, so no value is undefined. */
export type Params = Readonly<Record<string, string | number>>

export interface FieldError {
  field?: string | undefined
  message: string
  /** A field's check, whose sentence does not name the field: the summary puts the label before it. */
  check?: boolean
}

export interface LanguageLink {
  lang: Locale
  href: string
  label: string
  current: boolean
}

/** What every template has as `it`, besides its page or what the template that includes it names. */
export interface Locals {
  title: string
  lang: Locale
  t: (key: string, params?: Params) => string
  /** The page's path, without its query. */
  path: string
  languageLinks: readonly LanguageLink[]
  /** null when no user is signed in. */
  user: { name: string; roleName: string } | null
  can: Can
  council: { name: string; municipality: string }
  /** Empty when the page has no form that is posted. */
  csrf: string
  once: string
  /** What has just been done, shown once. */
  notice: string | undefined
  errors: readonly FieldError[]
  /** As typed after a refusal, else as stored. */
  values: Readonly<Record<string, string | string[] | undefined>>
  /** Returns the field's error, and tells the error summary the field's label, or its name among fields labelled alike. */
  error: (field: string, label?: string, nameAmongAlike?: string) => string | undefined
  value: (field: string, fallback?: string | number) => string
  /** The day that a field was read as, when its year was guessed. */
  readAs: (field: string) => IsoDate | undefined
  date: (day: IsoDate) => string
  longDate: (day: IsoDate) => string
  shortDate: (day: IsoDate) => string
  time: (time: string) => string
  /** Addresses of our own files, of the design system's files, and of one of its icons. */
  asset: (file: string) => string
  dkfds: (file: string) => string
  icon: (name: string) => string
}
