import type { Can } from '../models/accounts/permissions.ts'
import type { IsoDate, Locale } from '../models/core/dates.ts'

/** Looks up the text of a key in the reader's language and fills in its parameters. */
export type Translate = (key: string, params?: Record<string, unknown>) => string

/** Whom a page is built for. A page builder takes rows and a reader, and knows no request. */
export interface Reader {
  t: Translate
  lang: Locale
  can: Can
  today: IsoDate
}
