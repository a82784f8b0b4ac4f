import type { Locale } from '../../../models/core/dates.ts'
import type { Facts } from '../../../models/rules/elections/state.ts'
import type { Translate } from '../../partials/statutes/statutes_text.ts'
import type { DocumentSource } from './document_source.ts'

export const GROUPS = ['before', 'polling_day', 'after'] as const
export type Group = (typeof GROUPS)[number]

export type Variant = 'a4' | 'a3' | '1' | '2' | '4'

export interface Making {
  source: DocumentSource
  variant: Variant
  t: Translate
  lang: Locale
}

export interface PrintedDocument {
  /** The file's name in the address. */
  name: string
  group: Group
  variants: readonly Variant[]
  /** A ballot paper in two languages would be two kinds of ballot papers. */
  languages: readonly Locale[]
  staff: boolean
  during: (is: Facts) => boolean
  /** Whether there is anything to print, beside the election's stage. */
  ready?: (source: DocumentSource, variant: Variant) => boolean | Promise<boolean>
  make: (making: Making) => Promise<Buffer>
}
