import type { Screen } from './screen.ts'

export interface ThanksPage extends Screen {
  /** null when the ballot was put in the box by a request whose answer got lost. */
  code: string | null
}
