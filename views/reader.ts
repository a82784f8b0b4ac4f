import type { Can } from '../models/accounts/permissions.ts'
import type { IsoDate, Locale } from '../models/core/dates.ts'

export type Translate = (key: string, params?: Record<string, unknown>) => string

/** A page builder takes rows and a reader, and knows no request. */
export interface Reader {
  t: Translate
  lang: Locale
  can: Can
  today: IsoDate
}
