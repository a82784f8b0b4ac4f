import type { Can } from '../models/accounts/permissions.ts'
import type { IsoDate, Locale } from '../models/core/dates.ts'

declare const made: unique symbol

/** What a template made: the only text that another template prints unescaped. */
export type Markup = string & { readonly [made]: true }

/** What fills the holes of a text. A hole that nothing fills would be seen by people, so nothing here is undefined. */
export type Params = Readonly<Record<string, string | number>>

export interface FieldError {
  field?: string | undefined
  message: string
  /** A check of one field, whose sentence does not say which: the summary puts the field's label before it. */
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
  /** Where the page is, without its query. */
  path: string
  languageLinks: readonly LanguageLink[]
  /** The person who is signed in; null for all others. */
  user: { name: string; roleName: string } | null
  can: Can
  council: { name: string; municipality: string }
  /** The form's tokens; empty where a page has no form that is posted. */
  csrf: string
  once: string
  /** What has just been done, told once. */
  notice: string | undefined
  errors: readonly FieldError[]
  /** What the fields show: as typed after a refusal, or what is stored. */
  values: Readonly<Record<string, string | string[] | undefined>>
  /** What is wrong with a field; tells the error summary its label. */
  error: (field: string, label?: string) => string | undefined
  value: (field: string, fallback?: string | number) => string
  date: (day: IsoDate) => string
  longDate: (day: IsoDate) => string
  shortDate: (day: IsoDate) => string
  time: (time: string) => string
  /** Addresses of our own files, of the design system's files, and of one of its icons. */
  asset: (file: string) => string
  dkfds: (file: string) => string
  icon: (name: string) => string
}
