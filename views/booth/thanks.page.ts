import type { Screen } from './screen.ts'

/** The ballot is in the box. */
export interface ThanksPage extends Screen {
  /** Null when the ballot was put in the box by a request whose answer got lost. */
  code: string | null
}
