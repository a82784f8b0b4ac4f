import 'express-session'
import 'passport'
import type { Db } from '../../models/core/db.ts'
import type { KnownNames } from '../../views/name_marks.ts'
import type { House } from './house.ts'
import type { Fresh } from '../../models/core/fresh.ts'
import type { SignedIn } from '../../models/accounts/accounts.ts'
import type { Clock, IsoDate, Locale } from '../../models/core/dates.ts'

declare global {
  namespace Express {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merged into passport's own interface
    interface User extends SignedIn {}
    interface Request {
      db: Db
      clock: Clock
      house: House
      /** Kept until the next official act. */
      answers: Fresh
      /** Those that the reader's pages may hold. */
      names?: KnownNames
      lang: Locale
      t: (key: string, params?: Record<string, unknown>) => string
      /** The form's fields before anything is trimmed or parsed. */
      typed: Record<string, string | string[] | undefined>
      /** The days of fields in which the year was left out, or typed in two digits. */
      guessed?: Map<string, IsoDate>
      /** The form held control characters, which have been taken out. */
      hadControls?: boolean
      /** What was sent in secret fields, by the marks that stand in their place. */
      secrets?: Map<string, Buffer>
      /** SHA-256 of the form's file, as hex. */
      fileHash?: string
      /** The form's file was larger than this many bytes, so it was not kept. */
      fileTooLarge?: number
    }
  }
}

declare module 'express-session' {
  interface SessionData {
    csrfToken?: string
    /** Instants of the app's clock. */
    signedInAt?: string
    seenAt?: string
    /** When it ends if nothing more comes: until then its owner counts as signed in. */
    endsAt?: string
    /** A locale key, shown once on the next page. */
    notice?: string
    /** Days whose year was guessed, said once beside the notice: as typed, and as read. */
    guessed?: { typed: string; day: IsoDate }[]
    /** A form that came after the session had run out, to be sent again. */
    resume?: { path: string; fields: Record<string, string | string[]> }
  }
}
