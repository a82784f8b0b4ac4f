import 'express-session'
import 'passport'
import type { Db } from '../../models/core/db.ts'
import type { House } from './house.ts'
import type { Fresh } from '../../models/core/fresh.ts'
import type { SignedIn } from '../../models/accounts/accounts.ts'
import type { Clock, Locale } from '../../models/core/dates.ts'

declare global {
  namespace Express {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merged into passport's own interface
    interface User extends SignedIn {}
    interface Request {
      db: Db
      clock: Clock
      /** What the app was made of besides: its council, mail, log, seals. */
      house: House
      /** Answers kept until the next official act. */
      answers: Fresh
      lang: Locale
      t: (key: string, params?: Record<string, unknown>) => string
      /** The form's fields exactly as they were typed, before anything is trimmed or parsed. */
      typed: Record<string, string | string[] | undefined>
      /** The form had control characters, which have been taken out. */
      hadControls?: boolean
      /** The SHA-256 of the file that came with the form, as hex. */
      fileHash?: string
      /** A file came with the form and was larger than this many bytes, so it was not kept. */
      fileTooLarge?: number
    }
  }
}

declare module 'express-session' {
  interface SessionData {
    csrfToken?: string
    /** When the person signed in and was last seen, as instants of the app's clock. */
    signedInAt?: string
    seenAt?: string
    /** A locale key to show once on the next page. */
    notice?: string
    /** A form that was sent after the session had run out, to be sent again. */
    resume?: { path: string; fields: Record<string, string | string[]> }
  }
}
