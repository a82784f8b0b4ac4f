import type { Screen } from './screen.ts'

export interface ThanksPage extends Screen {
  code: string
}
